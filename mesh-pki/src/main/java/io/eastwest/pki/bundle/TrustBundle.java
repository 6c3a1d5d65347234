package io.eastwest.pki.bundle;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.pem.PemText;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The roots that a cluster trusts: the content of root-cert.pem. Two bundles are equal if they hold the same roots, in
 * whatever order. Immutable.
 */
public final class TrustBundle {
    private final List<X509Certificate> roots;

    private TrustBundle(Collection<X509Certificate> roots) {
        if (roots.isEmpty()) {
            throw new PkiException(
                    TrustCode.ATTRIBUTE_MISSING, "root-cert.pem", "there is no root", "at least one is accepted");
        }
        this.roots = List.copyOf(new LinkedHashSet<>(roots));
    }

    /**
     * Makes a bundle; a root given twice counts once.
     *
     * @param roots at least one root, in the order of the file
     * @return the bundle
     */
    public static TrustBundle of(Collection<X509Certificate> roots) {
        return new TrustBundle(roots);
    }

    /**
     * Makes a bundle of one root.
     *
     * @param root the root
     * @return the bundle
     */
    public static TrustBundle of(X509Certificate root) {
        return new TrustBundle(List.of(root));
    }

    /**
     * Reads root-cert.pem; unlike istiod, refuses a text with a block that cannot be read.
     *
     * @param pem the text
     * @return the bundle
     * @throws PkiException {@link TrustCode#PEM_INVALID}
     */
    public static TrustBundle parse(byte[] pem) {
        return new TrustBundle(PemText.certificates(pem, "root-cert.pem"));
    }

    /** {@return the roots in the order of the file} */
    public List<X509Certificate> roots() {
        return roots;
    }

    /** {@return the text of root-cert.pem} */
    public byte[] pem() {
        return PemText.encode(roots);
    }

    /**
     * Joins two bundles.
     *
     * @param other the other bundle
     * @return the roots of this, then those of the other that are not among them
     */
    public TrustBundle union(TrustBundle other) {
        List<X509Certificate> all = new ArrayList<>(roots);
        all.addAll(other.roots);
        return new TrustBundle(all);
    }

    /**
     * Whether this bundle may replace, or be replaced by, the other one in a running istiod.
     *
     * @param other the other bundle
     * @return whether every root of this is in the other one
     */
    public boolean isSubsetOf(TrustBundle other) {
        return new LinkedHashSet<>(other.roots).containsAll(roots);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustBundle that && isSubsetOf(that) && that.isSubsetOf(this);
    }

    @Override
    public int hashCode() {
        return roots.stream().mapToInt(X509Certificate::hashCode).sum();
    }

    /** {@return the subjects of the roots} */
    @Override
    public String toString() {
        return "TrustBundle"
                + roots.stream()
                        .map(root -> root.getSubjectX500Principal().getName())
                        .toList();
    }
}
