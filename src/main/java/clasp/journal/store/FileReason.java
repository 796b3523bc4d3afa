package clasp.journal.store;

import clasp.journal.model.CoreTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;

/// Why a file could not be read or written, in words that end a sentence. Stateless.
public final class FileReason {
    /// What the system says, and the key of the same in the language of the process.
    private static final Map<String, String> SAID = Map.of(
            "No space left on device",
            "store.reason.full",
            "Disk quota exceeded",
            "store.reason.quota",
            "Read-only file system",
            "store.reason.readOnly",
            "Input/output error",
            "store.reason.io",
            "Is a directory",
            "store.reason.folder",
            "Operation not permitted",
            "store.reason.notAllowed",
            "File name too long",
            "store.reason.longName",
            "Device or resource busy",
            "store.reason.busy",
            "Too many open files",
            "store.reason.openFiles",
            "Too many levels of symbolic links",
            "store.reason.links");

    private FileReason() {}

    private static String inWords(String said) {
        String key = SAID.get(said);
        return key == null ? said : CoreTexts.text(key);
    }

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
                named.getReason() != null
                        ? inWords(named.getReason())
                        : named.getClass().getSimpleName();
            case IOException other when other.getMessage() != null -> inWords(other.getMessage());
            case JournalException told when told.getMessage() != null -> told.getMessage();
            default -> failure.getClass().getSimpleName();
        };
    }
}
