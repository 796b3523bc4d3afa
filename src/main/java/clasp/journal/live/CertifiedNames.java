package clasp.journal.live;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Which hosts a certificate that was refused is for. It goes along with the refusal, as Java does not tell.
final class CertifiedNames extends CertificateException {
    private static final long serialVersionUID = 1L;
    /// Whoever made the certificate can write anything there; by something else nobody can connect.
    private static final Pattern HOST = Pattern.compile("[\\w.:*-]{1,253}");

    private static final int DNS = 2;
    private static final int IP = 7;

    private final transient List<String> names;

    private CertifiedNames(List<String> names) {
        super("The certificate is for " + names);
        this.names = names;
    }

    /// @param chain begins with the one in question
    static CertifiedNames of(X509Certificate[] chain) {
        try {
            Collection<List<?>> names = chain.length == 0 ? null : chain[0].getSubjectAlternativeNames();
            return new CertifiedNames(names == null ? List.of() : hosts(names));
        } catch (CertificateParsingException e) {
            return new CertifiedNames(List.of());
        }
    }

    /// @param names as [X509Certificate#getSubjectAlternativeNames()] gives them
    static List<String> hosts(Collection<List<?>> names) {
        return names.stream()
                .filter(name -> name.getFirst() instanceof Integer type && (type == DNS || type == IP))
                .map(name -> String.valueOf(name.getLast()))
                .filter(name -> HOST.matcher(name).matches())
                .toList();
    }

    List<String> names() {
        return names;
    }
}
