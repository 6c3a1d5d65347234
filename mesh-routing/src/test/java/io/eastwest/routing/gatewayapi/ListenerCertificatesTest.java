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
import io.eastwest.routing.fixture.TlsPairs;
import io.eastwest.routing.gatewayapi.ListenerCertificates.Credential;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
        return new String[] {TlsPairs.certificate(file), TlsPairs.key(file)};
    }

    private static Secret secret(String name, String certificateKey, String certificate, String keyKey, String key) {
        return TlsPairs.secret(name, certificateKey, certificate, keyKey, key);
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
