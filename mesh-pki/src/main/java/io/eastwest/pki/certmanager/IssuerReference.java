package io.eastwest.pki.certmanager;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.util.List;

/**
 * An issuer of cert-manager. For a mesh it must lead to the same root in every cluster (Vault, Venafi, a company's CA, a
 * shared CA key): an issuer that signs itself in each cluster makes clusters that do not trust each other.
 *
 * @param name name of the issuer
 * @param kind {@code Issuer} or {@code ClusterIssuer}
 */
public record IssuerReference(String name, String kind) {
    private static final List<String> KINDS = List.of("Issuer", "ClusterIssuer");

    /**
     * Checks name and kind.
     *
     * @param name name of the issuer
     * @param kind {@code Issuer} or {@code ClusterIssuer}
     */
    public IssuerReference {
        if (name.isBlank() || !KINDS.contains(kind)) {
            throw new PkiException(
                    TrustCode.NAME_INVALID,
                    "issuerRef",
                    TrustFinding.quote(kind + "/" + name) + " is no issuer",
                    "a name, and one of " + KINDS + ", are accepted");
        }
    }

    /**
     * Names an issuer in the namespace of the certificate.
     *
     * @param name name of the issuer
     * @return the reference
     */
    public static IssuerReference issuer(String name) {
        return new IssuerReference(name, "Issuer");
    }

    /**
     * Names an issuer for all namespaces.
     *
     * @param name name of the issuer
     * @return the reference
     */
    public static IssuerReference clusterIssuer(String name) {
        return new IssuerReference(name, "ClusterIssuer");
    }
}
