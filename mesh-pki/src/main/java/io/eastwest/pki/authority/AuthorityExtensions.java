package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;

/** The extensions of each kind of certificate, criticality included. */
final class AuthorityExtensions {
    private final ExtensionsGenerator extensions = new ExtensionsGenerator();

    /** A CA: critical CA:true with path length, critical signing usages, no extended usages, key identifiers. */
    static AuthorityExtensions authority(PublicKey key, Optional<Integer> pathLength, NameLimits limits) {
        AuthorityExtensions made = new AuthorityExtensions();
        made.add(
                Extension.basicConstraints,
                true,
                pathLength.map(BasicConstraints::new).orElseGet(() -> new BasicConstraints(true)));
        made.add(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign));
        made.add(Extension.subjectKeyIdentifier, false, utils().createSubjectKeyIdentifier(key));
        if (!limits.isUnlimited()) {
            made.add(Extension.nameConstraints, true, constraints(limits));
        }
        return made;
    }

    /**
     * A leaf as istiod issues it: no subject key identifier, names critical because the subject is empty.
     *
     * <p>Mirrors istio 1.30.3 security/pkg/pki/util/generate_cert.go:genCertTemplateFromCSR.
     */
    static AuthorityExtensions leaf(GeneralName... names) {
        AuthorityExtensions made = new AuthorityExtensions();
        made.add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        made.add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        made.add(Extension.basicConstraints, true, new BasicConstraints(false));
        made.add(Extension.subjectAlternativeName, true, new GeneralNames(names));
        return made;
    }

    /** Points at the issuer's key, if the issuer's certificate names its key; the leaf of istiod does the same. */
    AuthorityExtensions issuedBy(X509Certificate issuer) {
        keyIdentifier(issuer)
                .ifPresent(id -> add(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id)));
        return this;
    }

    /** Points at the certificate's own key, as a root does. */
    AuthorityExtensions selfIssued(PublicKey key) {
        return add(Extension.authorityKeyIdentifier, false, utils().createAuthorityKeyIdentifier(key));
    }

    ExtensionsGenerator generator() {
        return extensions;
    }

    /** The subject key identifier of a certificate, which may have been made elsewhere. */
    static Optional<byte[]> keyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        if (extension == null) {
            return Optional.empty();
        }
        try {
            byte[] wrapped = ASN1OctetString.getInstance(extension).getOctets();
            return Optional.of(SubjectKeyIdentifier.getInstance(wrapped).getKeyIdentifier());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new PkiException(
                    TrustCode.PEM_INVALID,
                    "authority/" + certificate.getSubjectX500Principal().getName(),
                    "its subject key identifier cannot be read",
                    "an octet string, or none, is accepted");
        }
    }

    static JcaX509ExtensionUtils utils() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static NameConstraints constraints(NameLimits limits) {
        return new NameConstraints(
                subtrees(limits.permittedTrustDomains(), limits.permittedDnsNames()),
                subtrees(limits.excludedTrustDomains(), limits.excludedDnsNames()));
    }

    /** An empty sequence is not DER of a name constraint, so it is left out. */
    private static GeneralSubtree @Nullable [] subtrees(List<String> uriHosts, List<String> dnsNames) {
        List<GeneralSubtree> subtrees = new ArrayList<>();
        uriHosts.forEach(
                host -> subtrees.add(new GeneralSubtree(new GeneralName(GeneralName.uniformResourceIdentifier, host))));
        dnsNames.forEach(name -> subtrees.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name))));
        return subtrees.isEmpty() ? null : subtrees.toArray(GeneralSubtree[]::new);
    }

    private AuthorityExtensions add(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            extensions.addExtension(id, critical, value);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("an extension cannot be encoded", e);
        }
    }
}
