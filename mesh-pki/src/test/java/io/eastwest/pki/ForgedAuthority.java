package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.NOW;

import io.eastwest.pki.bundle.CacertsFiles;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Authorities that the builder refuses to make: a root and a signer, one of them with a flaw. */
public final class ForgedAuthority {
    private static final SigningKey ROOT_KEY = KeyAlgorithm.EC_P256.generate(Fixtures.RANDOM);
    private static final SigningKey SIGNER_KEY = KeyAlgorithm.EC_P256.generate(Fixtures.RANDOM);

    private final boolean flawIsInRoot;
    private final String rootName;
    private boolean authority = true;
    private int pathLength = -1;
    private int keyUsage = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
    private boolean clientsOnly;
    private boolean unknownExtension;
    private String permittedDns = "";
    private String algorithm = "SHA256withECDSA";
    private Instant until = NOW.plus(Duration.ofDays(100));

    private ForgedAuthority(boolean flawIsInRoot, String rootName) {
        this.flawIsInRoot = flawIsInRoot;
        this.rootName = rootName;
    }

    public static ForgedAuthority root(String name) {
        return new ForgedAuthority(true, name);
    }

    public static ForgedAuthority signer() {
        return new ForgedAuthority(false, "Root");
    }

    public ForgedAuthority notAuthority() {
        authority = false;
        return this;
    }

    public ForgedAuthority pathLength(int value) {
        pathLength = value;
        return this;
    }

    public ForgedAuthority withoutKeyCertSign() {
        keyUsage = KeyUsage.digitalSignature | KeyUsage.cRLSign;
        return this;
    }

    public ForgedAuthority withoutCrlSign() {
        keyUsage = KeyUsage.digitalSignature | KeyUsage.keyCertSign;
        return this;
    }

    public ForgedAuthority forClientsOnly() {
        clientsOnly = true;
        return this;
    }

    public ForgedAuthority withUnknownExtension() {
        unknownExtension = true;
        return this;
    }

    public ForgedAuthority permittingDns(String name) {
        permittedDns = name;
        return this;
    }

    public ForgedAuthority signedWith(String value) {
        algorithm = value;
        return this;
    }

    public ForgedAuthority until(Instant value) {
        until = value;
        return this;
    }

    public X509Certificate rootCertificate() {
        return certificate("O=Test,CN=" + rootName, ROOT_KEY, flawIsInRoot);
    }

    public X509Certificate signerCertificate() {
        return certificate("O=Test,CN=Signer", SIGNER_KEY, !flawIsInRoot);
    }

    public SigningKey signerKey() {
        return SIGNER_KEY;
    }

    public CacertsFiles files() {
        X509Certificate root = rootCertificate();
        X509Certificate signer = signerCertificate();
        return files(signer, List.of(signer, root), root, SIGNER_KEY);
    }

    public CacertsFiles filesOfRootAsSigner() {
        X509Certificate root = rootCertificate();
        return files(root, List.of(root), root, ROOT_KEY);
    }

    public CacertsFiles filesWithRevocationLists() {
        X509Certificate root = rootCertificate();
        X509Certificate signer = signerCertificate();
        return files(signer, List.of(signer, root), root, SIGNER_KEY)
                .with(
                        "ca-crl.pem",
                        PemText.encodeRevocationLists(List.of(list(root, ROOT_KEY), list(signer, SIGNER_KEY))));
    }

    private static CacertsFiles files(
            X509Certificate signer, List<X509Certificate> chain, X509Certificate root, SigningKey key) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("ca-cert.pem", PemText.encode(List.of(signer)));
        files.put("cert-chain.pem", PemText.encode(chain));
        files.put("root-cert.pem", PemText.encode(List.of(root)));
        return key.withPem(pem -> {
            files.put("ca-key.pem", pem);
            return CacertsFiles.of(files);
        });
    }

    private X509Certificate certificate(String subject, SigningKey key, boolean flawed) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("O=Test,CN=" + rootName),
                    BigInteger.valueOf(flawed ? 7 : 8),
                    Date.from(NOW.minus(Duration.ofDays(100))),
                    Date.from(flawed ? until : NOW.plus(Duration.ofDays(100))),
                    new X500Name(subject),
                    key.publicKey());
            BasicConstraints constraints = pathLength >= 0 && flawed
                    ? new BasicConstraints(pathLength)
                    : new BasicConstraints(!flawed || authority);
            builder.addExtension(Extension.basicConstraints, true, constraints);
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(flawed ? keyUsage : KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "istiod.istio-system.svc")));
            if (flawed && clientsOnly) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            }
            if (flawed && unknownExtension) {
                builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4.5"), true, DERNull.INSTANCE);
            }
            if (flawed && !permittedDns.isEmpty()) {
                builder.addExtension(
                        Extension.nameConstraints,
                        true,
                        new NameConstraints(
                                new GeneralSubtree[] {
                                    new GeneralSubtree(new GeneralName(GeneralName.dNSName, permittedDns))
                                },
                                null));
            }
            byte[] der = builder.build(contentSigner(flawed ? algorithm : "SHA256withECDSA", ROOT_KEY))
                    .getEncoded();
            return PemText.certificate(der, "forged");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509CRL list(X509Certificate issuer, SigningKey key) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(issuer, Date.from(NOW));
            builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(7))));
            byte[] der = builder.build(contentSigner("SHA256withECDSA", key)).getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner contentSigner(String algorithm, SigningKey key) throws Exception {
        return new JcaContentSignerBuilder(algorithm)
                .setProvider(new BouncyCastleProvider())
                .build(key.privateKey());
    }
}
