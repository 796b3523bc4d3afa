package clasp.journal.live;

import clasp.journal.model.CoreTexts;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
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
    /// One of these, or another one.
    UNKNOWN;

    private static final int MOST_NAMES = 3;

    /// Of several faults, the one that whoever trusts its authority meets.
    private static CertificateFault of(List<Throwable> all) {
        if (has(all, CertificateExpiredException.class)) {
            return EXPIRED;
        }
        if (has(all, CertificateNotYetValidException.class)) {
            return NOT_YET_VALID;
        }
        if (all.stream().anyMatch(CertificateFault::namesAnother)) {
            return OTHER_HOST;
        }
        return saysNobodyVouches(all) ? UNKNOWN_AUTHORITY : UNKNOWN;
    }

    private static List<Throwable> causes(Throwable cause) {
        List<Throwable> all = new ArrayList<>();
        collect(cause, all);
        return all;
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

    /// A path that is refused for anything else, such as a weak algorithm, has found its authority.
    private static boolean saysNobodyVouches(List<Throwable> all) {
        return has(all, CertPathBuilderException.class)
                && all.stream()
                        .filter(CertPathValidatorException.class::isInstance)
                        .map(refusal -> ((CertPathValidatorException) refusal).getReason())
                        .allMatch(PKIXReason.NO_TRUST_ANCHOR::equals);
    }

    private static boolean has(List<Throwable> all, Class<? extends Throwable> type) {
        return all.stream().anyMatch(type::isInstance);
    }

    /// What is wrong with the certificate and what to do, in sentences.
    ///
    /// @param cause of a connection that failed with a [CertificateException]
    static String sentence(Throwable cause) {
        List<Throwable> all = causes(cause);
        CertificateFault fault = of(all);
        List<String> names = names(all);
        return fault == OTHER_HOST && !names.isEmpty()
                ? CoreTexts.text("live.certificate.other_host.named", String.join(", ", names))
                : CoreTexts.text("live.certificate." + fault.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> names(List<Throwable> all) {
        return all.stream()
                .filter(CertifiedNames.class::isInstance)
                .flatMap(names -> ((CertifiedNames) names).names().stream())
                .limit(MOST_NAMES)
                .toList();
    }

    /// Java has no type of its own for that, and says it in words: “No subject alternative … name matching …”.
    private static boolean namesAnother(Throwable refusal) {
        return refusal.getClass() == CertificateException.class
                && String.valueOf(refusal.getMessage()).contains("name");
    }
}
