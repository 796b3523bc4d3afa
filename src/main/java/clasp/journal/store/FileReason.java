package clasp.journal.store;

import clasp.journal.model.CoreTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Why a file could not be read or written, in words that end a sentence. Stateless.
public final class FileReason {
    private FileReason() {}

    /// Such as “no permission”: without the name of the file, a full stop, or the name of a class where it can be
    /// helped.
    public static String of(Throwable failure) {
        return switch (failure) {
            case UncheckedIOException wrapped -> of(Objects.requireNonNull(wrapped.getCause()));
            case AccessDeniedException _ -> CoreTexts.text("store.reason.permission");
            case NoSuchFileException _ -> CoreTexts.text("store.reason.none");
            case FileAlreadyExistsException _ -> CoreTexts.text("store.reason.exists");
            case NotDirectoryException _ -> CoreTexts.text("store.reason.noFolder");
            // Its message begins with the name of the file.
            case FileSystemException named ->
                named.getReason() != null ? named.getReason() : named.getClass().getSimpleName();
            case IOException other when other.getMessage() != null -> other.getMessage();
            case JournalException told when told.getMessage() != null -> told.getMessage();
            default -> failure.getClass().getSimpleName();
        };
    }
}
