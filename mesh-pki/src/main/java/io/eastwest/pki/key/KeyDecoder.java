package io.eastwest.pki.key;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.pem.PemBlock;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Decodes the first block of a key file. Messages never quote the block's content. */
final class KeyDecoder {
    private static final String ACCEPTED = "PKCS#8, PKCS#1 or SEC1 without a password is accepted";

    private KeyDecoder() {}

    static KeyPair decode(byte[] pem, String place) {
        List<PemBlock> blocks = PemText.blocks(pem);
        try {
            PemBlock first = blocks.stream()
                    .filter(block -> !block.isDamaged())
                    .findFirst()
                    .orElseThrow(() -> unparsable(place, "there is no PEM block that can be decoded"));
            return pair(privateKeyInfo(first, place), place);
        } finally {
            blocks.forEach(PemBlock::close);
        }
    }

    private static PrivateKeyInfo privateKeyInfo(PemBlock block, String place) {
        byte[] der = block.der();
        try {
            return switch (block.type()) {
                case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(der);
                case "RSA PRIVATE KEY" -> rsa(der);
                case "EC PRIVATE KEY" -> ec(der);
                default -> throw unsupported(block.type(), place);
            };
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw unparsable(
                    place,
                    block.hasHeaders()
                            ? "the key is encrypted in the traditional form (Proc-Type)"
                            : "the content is not what " + TrustFinding.quote(block.type()) + " promises");
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static PrivateKeyInfo rsa(byte[] der) throws IOException {
        return new PrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                RSAPrivateKey.getInstance(der));
    }

    private static PrivateKeyInfo ec(byte[] der) throws IOException {
        ECPrivateKey key = ECPrivateKey.getInstance(der);
        ASN1Encodable curve = key.getParametersObject();
        if (curve == null) {
            throw new IllegalArgumentException("the curve is not named");
        }
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
    }

    private static KeyPair pair(PrivateKeyInfo info, String place) {
        try {
            PrivateKey key =
                    new JcaPEMKeyConverter().setProvider(Crypto.PROVIDER).getPrivateKey(info);
            return new KeyPair(publicKey(key, place), key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw unparsable(place, "the key cannot be read");
        }
    }

    private static PublicKey publicKey(PrivateKey key, String place) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA", Crypto.PROVIDER)
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        if (key instanceof org.bouncycastle.jce.interfaces.ECPrivateKey ec) {
            ECParameterSpec curve = ec.getParameters();
            BigInteger secret = ec.getD();
            return KeyFactory.getInstance("EC", Crypto.PROVIDER)
                    .generatePublic(
                            new ECPublicKeySpec(curve.getG().multiply(secret).normalize(), curve));
        }
        throw new PkiException(
                TrustCode.KEY_ALGORITHM_UNSUPPORTED,
                place,
                "the key is of the kind " + TrustFinding.quote(key.getAlgorithm()),
                "RSA 2048, 3072, 4096, P-256 and P-384 are accepted");
    }

    private static PkiException unsupported(String type, String place) {
        String hint = type.equals("EC PARAMETERS")
                ? "remove that block, or generate with \"openssl ecparam -genkey -noout\" or \"openssl genpkey\""
                : ACCEPTED;
        return new PkiException(
                TrustCode.KEY_BLOCK_UNSUPPORTED, place, "the first block is " + TrustFinding.quote(type), hint);
    }

    private static PkiException unparsable(String place, String wrong) {
        return new PkiException(TrustCode.KEY_UNPARSABLE, place, wrong, ACCEPTED);
    }
}
