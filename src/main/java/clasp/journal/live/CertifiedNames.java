package clasp.journal.live;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/// Which hosts a certificate that was refused is for. It goes along with the refusal, as Java does not tell.
final class CertifiedNames extends CertificateException {
    private static final long serialVersionUID = 1L;
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
            return new CertifiedNames(
                    names == null
                            ? List.of()
                            : names.stream()
                                    .filter(name ->
                                            name.getFirst() instanceof Integer type && (type == DNS || type == IP))
                                    .map(name -> String.valueOf(name.getLast()))
                                    .toList());
        } catch (CertificateParsingException e) {
            return new CertifiedNames(List.of());
        }
    }

    List<String> names() {
        return names;
    }
}
