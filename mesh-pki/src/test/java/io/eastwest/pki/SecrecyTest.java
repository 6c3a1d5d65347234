package io.eastwest.pki;

import static io.eastwest.pki.Fixtures.ISSUER;
import static io.eastwest.pki.Fixtures.MESH;
import static io.eastwest.pki.Fixtures.NOW;
import static io.eastwest.pki.Fixtures.OTHER_MESH;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import io.eastwest.pki.rotation.RotationPlan;
import io.eastwest.pki.verification.ExpiryThresholds;
import io.eastwest.pki.verification.IstiodLoad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.net.URL;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No key leaves through a text, a JSON writer, an exception or serialisation. */
class SecrecyTest {
    private static final CaBundle EAST = MESH.bundle("east");
    private static final SigningKey KEY = EAST.signer().key().orElseThrow();
    private static final RotationPlan PLAN = MESH.rotationTo(OTHER_MESH);

    /** Everything that holds a key, or holds something that does. */
    private static final Map<String, Object> HOLDERS = new TreeMap<>(Map.of(
            "MeshTrust", MESH,
            "CaBundle", EAST,
            "CacertsFiles", EAST.files(),
            "CertificateAuthority", EAST.signer(),
            "SigningKey", KEY,
            "SigningRequest", ISSUER.request(Fixtures.cluster("east")),
            "WorkloadCertificate", Fixtures.leaf(MESH, "east"),
            "RotationPlan", PLAN,
            "RotationStep", PLAN.steps().get(1),
            "PemBlock", PemText.blocks(KEY.withPem(byte[]::clone)).get(0)));

    @TestFactory
    Stream<DynamicTest> textHoldsNoKey() {
        return HOLDERS.entrySet().stream()
                .map(holder -> DynamicTest.dynamicTest(
                        holder.getKey(), () -> assertNoKey(holder.getValue().toString())));
    }

    @TestFactory
    Stream<DynamicTest> jsonHoldsNoKey() {
        JsonMapper plain = JsonMapper.builder()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        return HOLDERS.entrySet().stream()
                .map(holder -> DynamicTest.dynamicTest(holder.getKey(), () -> {
                    String json;
                    try {
                        json = plain.writeValueAsString(holder.getValue());
                    } catch (IOException e) {
                        json = e.toString();
                    }
                    assertNoKey(json);
                }));
    }

    @TestFactory
    Stream<DynamicTest> serialisationIsNotPossible() {
        return HOLDERS.entrySet().stream()
                .map(holder -> DynamicTest.dynamicTest(
                        holder.getKey(),
                        () -> assertThat(isSerialisable(holder.getValue())).isFalse()));
    }

    @Test
    void keysHaveNoEqualityThatCouldBeTimed() {
        SigningKey same = SigningKey.parse(KEY.withPem(byte[]::clone), "ca-key.pem");

        assertThat(same).isNotEqualTo(KEY);
    }

    @Test
    void everyPublicTypeThatHoldsAKeyIsAmongTheHolders() {
        URL main = MeshTrust.class.getProtectionDomain().getCodeSource().getLocation();
        List<String> holders = new ClassFileImporter()
                .importUrl(main).stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field -> field.getAllInvolvedRawTypes().stream()
                                        .map(JavaClass::getSimpleName)
                                        .anyMatch(List.of(
                                                "SigningKey",
                                                "CertificateAuthority",
                                                "CaBundle",
                                                "PrivateKey",
                                                "CacertsFiles",
                                                "RotationStep")::contains)))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.endsWith("Builder"))
                        .toList();

        assertThat(HOLDERS.keySet())
                .containsAll(holders.stream()
                        .filter(name -> !name.equals("IstiodLoad"))
                        .toList());
    }

    @Test
    void reportsHoldNoKey() {
        Stream<Supplier<Object>> reports = Stream.of(
                () -> IstiodLoad.check(EAST.files().with("ca-cert.pem", KEY.withPem(byte[]::clone)), "east", NOW),
                () -> IstiodLoad.check(EAST.files().with("root-cert.pem", KEY.withPem(byte[]::clone)), "east", NOW),
                MESH::check,
                () -> MESH.expiry(ExpiryThresholds.defaults()),
                PLAN::toText,
                PLAN::toMermaid,
                () -> PLAN.simulate(ISSUER));

        assertThat(reports).allSatisfy(report -> assertNoKey(report.get().toString()));
    }

    @Test
    void exceptionsAboutDamagedKeysHoldNothingOfThem() {
        byte[] pem = KEY.withPem(byte[]::clone);
        for (int i = 30; i < pem.length - 30; i += 7) {
            byte[] damaged = pem.clone();
            damaged[i] = '!';
            try {
                SigningKey.parse(damaged, "ca-key.pem");
            } catch (PkiException e) {
                assertNoKey(e + " " + Arrays.toString(e.getSuppressed()) + " " + e.getCause());
            }
        }
    }

    private static void assertNoKey(String text) {
        String lines = KEY.withPem(pem -> new String(pem, US_ASCII));
        BigInteger secret = ((ECPrivateKey) KEY.privateKey()).getS();
        String base64 = Base64.getEncoder().encodeToString(lines.getBytes(US_ASCII));

        assertThat(text)
                .doesNotContain("PRIVATE KEY-----")
                .doesNotContain(lines.lines().skip(1).findFirst().orElseThrow().substring(20))
                .doesNotContain(base64.substring(60, 100))
                .doesNotContain(secret.toString());
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(secret.toString(16));
    }

    private static boolean isSerialisable(Object value) {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(value);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
