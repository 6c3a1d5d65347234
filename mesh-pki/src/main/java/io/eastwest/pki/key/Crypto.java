package io.eastwest.pki.key;

import java.security.Provider;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The one provider of this library. It is never registered with the JVM, so nothing else sees it. */
final class Crypto {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final List<String> CURVES = List.of("P-256", "P-384");

    private Crypto() {}

    /** Whether the key lies on P-256 or P-384; other curves have the same sizes. */
    static boolean isNistCurve(ECPublicKey key) {
        return CURVES.stream().map(ECNamedCurveTable::getByName).anyMatch(curve -> isOn(curve, key));
    }

    private static boolean isOn(X9ECParameters curve, ECPublicKey key) {
        return key.getParams().getCurve().getField() instanceof ECFieldFp field
                && field.getP().equals(curve.getCurve().getField().getCharacteristic())
                && key.getParams().getOrder().equals(curve.getN())
                && key.getParams()
                        .getCurve()
                        .getA()
                        .equals(curve.getCurve().getA().toBigInteger())
                && key.getParams()
                        .getCurve()
                        .getB()
                        .equals(curve.getCurve().getB().toBigInteger());
    }
}
