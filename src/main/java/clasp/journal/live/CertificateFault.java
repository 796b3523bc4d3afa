package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a certificate is refused, as far as Java tells.
enum CertificateFault {
    EXPIRED,
    NOT_YET_VALID,
    /// Nobody who is trusted here vouches for it; also one that is signed by itself.
    UNKNOWN_AUTHORITY,
    OTHER_HOST,
    /// One of these.
    UNKNOWN;

    /// @param cause of a connection that failed with a [CertificateException]; of several faults, the one that whoever
    ///     trusts its authority meets
    static CertificateFault of(Throwable cause) {
        List<Throwable> all = new ArrayList<>();
        collect(cause, all);
        if (has(all, CertificateExpiredException.class)) {
            return EXPIRED;
        }
        if (has(all, CertificateNotYetValidException.class)) {
            return NOT_YET_VALID;
        }
        if (all.stream().anyMatch(CertificateFault::namesAnother)) {
            return OTHER_HOST;
        }
        return has(all, CertPathBuilderException.class) || has(all, CertPathValidatorException.class)
                ? UNKNOWN_AUTHORITY
                : UNKNOWN;
    }

    /// What Java's own list says is the cause, what the system's list says is suppressed in it.
    private static void collect(@Nullable Throwable from, List<Throwable> all) {
        for (Throwable at = from; at != null; at = at.getCause()) {
            all.add(at);
            for (Throwable also : at.getSuppressed()) {
                collect(also, all);
            }
        }
    }

    private static boolean has(List<Throwable> all, Class<? extends Throwable> type) {
        return all.stream().anyMatch(type::isInstance);
    }

    /// What is wrong with it and what to do, in sentences.
    String sentence() {
        return CoreTexts.text("live.certificate." + name().toLowerCase(Locale.ROOT));
    }

    /// Java has no type of its own for that, and says it in words: “No subject alternative … name matching …”.
    private static boolean namesAnother(Throwable refusal) {
        return refusal.getClass() == CertificateException.class
                && String.valueOf(refusal.getMessage()).contains("name");
    }
}
