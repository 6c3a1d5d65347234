package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.ObjectReference;
import io.eastwest.model.gatewayapi.ObjectReferenceBuilder;
import io.eastwest.model.gatewayapi.ReferenceGrant;
import io.eastwest.model.gatewayapi.SecretObjectReference;
import io.eastwest.model.gatewayapi.SecretObjectReferenceBuilder;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.gatewayapi.ListenerCertificates.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and ConfigMaps that listeners of Gateway {@code edge/public} refer to. */
class ListenerCertificatesTest {
    private static final ParentKey OWNER = new ParentKey(GroupKind.GATEWAY, "edge", "public");
    private static final String GRANT = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: ReferenceGrant
            metadata: {name: g, namespace: safe}
            spec:
              from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: edge}]
              to: [{group: "", kind: TO}]
            """;

    static MeshResource resource(String text) {
        return ManifestReader.pruning().read("a.yaml", text).orThrow().get(0).resource();
    }

    static String[] pair(String file) {
        try (InputStream in = ListenerCertificatesTest.class.getResourceAsStream("/tls/" + file + ".pem")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            String end = "-----END CERTIFICATE-----\n";
            int cut = text.indexOf(end) + end.length();
            return new String[] {text.substring(0, cut), text.substring(cut)};
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Secret secret(String name, String certificateKey, String certificate, String keyKey, String key) {
        return (Secret) resource("apiVersion: v1\nkind: Secret\nmetadata: {name: NAME, namespace: NS}\nstringData:\n"
                        .replace("NAME", name.substring(name.indexOf('/') + 1))
                        .replace("NS", name.substring(0, name.indexOf('/')))
                + "  " + certificateKey + ": |\n" + certificate.indent(4)
                + "  " + keyKey + ": |\n" + key.indent(4));
    }

    static Secret secret(String name, String file) {
        return secret(name, "tls.crt", pair(file)[0], "tls.key", pair(file)[1]);
    }

    static MeshResource configMap(String name, String text) {
        return resource("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME, namespace: NS}\ndata:\n  ca.crt: |\n"
                        .replace("NAME", name.substring(name.indexOf('/') + 1))
                        .replace("NS", name.substring(0, name.indexOf('/')))
                + text.indent(4));
    }

    static ListenerCertificates certificates(MeshResource... resources) {
        HandMadeView view = new HandMadeView().with(resources);
        return new ListenerCertificates(view, new ReferenceGrants(view.configuration(ReferenceGrant.class)));
    }

    private static String text(Credential credential) {
        return credential
                .credential()
                .or(() -> credential.problem().map(problem -> problem.reason() + ": " + problem.message()))
                .orElse("nothing");
    }

    @Nested
    class KeyPairsInSecrets {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "rsa-pkcs8",
                    "rsa-older",
                    "rsa-other",
                    "ec-pkcs8",
                    "ec-prime256v1-older",
                    "ec-secp384r1-older",
                    "ec-secp521r1-older",
                    "ed25519"
                })
        void ofEveryFormAreRead(String file) {
            assertThat(KeyPairs.hold(secret("edge/tls", file))).isTrue();
        }

        @Test
        void mayHaveEitherNames() {
            String[] pair = pair("rsa-pkcs8");

            assertThat(KeyPairs.hold(secret("edge/tls", "cert", pair[0], "key", pair[1])))
                    .isTrue();
            assertThat(KeyPairs.hold(secret("edge/tls", "cert", pair[0], "tls.key", pair[1])))
                    .isFalse();
        }

        @Test
        void mayStandBehindOtherBlocks() {
            String[] pair = pair("ec-prime256v1-older");
            String other = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", other + pair[0], "tls.key", other + pair[1])))
                    .isTrue();
        }

        @Test
        void mustFitEachOther() {
            String rsa = pair("rsa-pkcs8")[0];
            String ec = pair("ec-pkcs8")[0];

            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", rsa, "tls.key", pair("rsa-other")[1])))
                    .isFalse();
            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", rsa, "tls.key", pair("ec-pkcs8")[1])))
                    .isFalse();
            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", ec, "tls.key", pair("ed25519")[1])))
                    .isFalse();
            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", ec, "tls.key", pair("ec-secp384r1-older")[1])))
                    .isFalse();
            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", rsa, "tls.key", rsa)))
                    .isFalse();
            assertThat(KeyPairs.hold(secret("edge/tls", "tls.crt", "none", "tls.key", pair("rsa-pkcs8")[1])))
                    .isFalse();
        }
    }

    @Nested
    class OfServers {
        private SecretObjectReferenceBuilder reference(String name) {
            return SecretObjectReference.builder().name(name);
        }

        @Test
        void areNamedByNamespaceAndName() {
            assertThat(text(certificates(secret("edge/tls", "ec-pkcs8"))
                            .server(reference("tls").build(), OWNER)))
                    .isEqualTo("kubernetes-gateway://edge/tls");
        }

        @Test
        void mustBeSecretsThatExistAndHoldAPair() {
            ListenerCertificates certificates =
                    certificates(secret("edge/bad", "tls.crt", pair("rsa-pkcs8")[0], "tls.key", pair("rsa-other")[1]));

            assertThat(text(certificates.server(
                            reference("bad").kind("ConfigMap").build(), OWNER)))
                    .isEqualTo("InvalidCertificateRef: certificate edge/bad is a ConfigMap; a Secret is accepted");
            assertThat(text(certificates.server(reference("gone").build(), OWNER)))
                    .isEqualTo("InvalidCertificateRef: Secret edge/gone does not exist");
            assertThat(text(certificates.server(reference("bad").build(), OWNER)))
                    .isEqualTo("InvalidCertificateRef: Secret edge/bad holds no certificate with its key");
        }

        @Test
        void ofOtherNamespacesNeedAGrant() {
            SecretObjectReference safe = reference("tls").namespace("safe").build();
            Secret secret = secret("safe/tls", "ec-pkcs8");

            assertThat(text(certificates(secret).server(safe, OWNER)))
                    .isEqualTo("RefNotPermitted: safe/tls may not be used by a Gateway of namespace edge;"
                            + " a ReferenceGrant is needed");
            assertThat(text(certificates(secret, resource(GRANT.replace("TO", "Secret")))
                            .server(safe, OWNER)))
                    .isEqualTo("kubernetes-gateway://safe/tls");
        }
    }

    @Nested
    class OfAuthorities {
        private ObjectReferenceBuilder reference(String kind, String name) {
            return ObjectReference.builder().group("").kind(kind).name(name);
        }

        private String authority(ObjectReference reference, MeshResource... resources) {
            return text(certificates(resources).authority(List.of(reference), OWNER));
        }

        @Test
        void mayStandInConfigMapsAndSecrets() {
            String root = pair("rsa-pkcs8")[0];

            assertThat(authority(reference("ConfigMap", "ca").build(), configMap("edge/ca", root)))
                    .isEqualTo("configmap://edge/ca-cacert");
            assertThat(authority(reference("Secret", "ca").build(), secret("edge/ca", "cacert", root, "unused", "x")))
                    .isEqualTo("kubernetes-gateway://edge/ca-cacert");
            assertThat(authority(reference("Secret", "ca").build(), secret("edge/ca", "cacert", "", "ca.crt", root)))
                    .isEqualTo("kubernetes-gateway://edge/ca-cacert");
        }

        @Test
        void mustHoldACertificate() {
            String invalid = "InvalidCertificateRef: CA certificate ";

            assertThat(authority(reference("ConfigMap", "ca").build()))
                    .isEqualTo(invalid + "ConfigMap edge/ca does not exist or holds no certificate");
            assertThat(authority(reference("ConfigMap", "ca").build(), configMap("edge/ca", "none")))
                    .startsWith(invalid);
            assertThat(authority(reference("ConfigMap", "ca").build(), configMap("edge/ca", pair("rsa-pkcs8")[1])))
                    .startsWith(invalid);
            assertThat(authority(reference("Service", "ca").build())).startsWith(invalid);
        }

        @Test
        void areAtMostOne() {
            List<ObjectReference> two = Stream.of("a", "b")
                    .map(name -> reference("ConfigMap", name).build())
                    .toList();

            assertThat(text(certificates().authority(two, OWNER)))
                    .isEqualTo("InvalidCertificateRef: more than one CA certificate is referred to; one is accepted");
        }

        @Test
        void ofOtherNamespacesNeedAGrant() {
            ObjectReference safe =
                    reference("ConfigMap", "ca").namespace("safe").build();
            MeshResource map = configMap("safe/ca", pair("rsa-pkcs8")[0]);

            assertThat(authority(safe, map)).startsWith("RefNotPermitted: safe/ca may not be used by a Gateway");
            assertThat(authority(safe, map, resource(GRANT.replace("TO", "ConfigMap"))))
                    .isEqualTo("configmap://safe/ca-cacert");
        }
    }
}
