package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.istio.networking.TlsCertificate;
import io.eastwest.model.istio.networking.TlsProtocolVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TlsAndLocalityTest {
    private static final String DROP_ONE = "; remove one of them TLS_SETTINGS_CONFLICT";

    @Nested
    class OfClients {
        private List<String> found(ClientTlsSettings tls) {
            return Found.by((path, issues) -> ClientTlsRules.check(tls, "own", path, issues));
        }

        @Test
        void mutualNeedsACertificateOrACredential() {
            ClientTlsSettings bare = ClientTlsSettings.mode(ClientTlsMode.MUTUAL);

            assertThat(found(bare.toBuilder().credentialName("c").build())).isEmpty();
            assertThat(found(bare.toBuilder()
                            .clientCertificate("c")
                            .privateKey("k")
                            .build()))
                    .isEmpty();
            assertThat(found(ClientTlsSettings.mode(ClientTlsMode.SIMPLE))).isEmpty();
            assertThat(found(bare))
                    .containsExactly(
                            "ERROR f.clientCertificate: mode MUTUAL needs clientCertificate; add it, or use"
                                    + " credentialName TLS_CERTIFICATE_MISSING",
                            "ERROR f.privateKey: mode MUTUAL needs privateKey; add it, or use credentialName"
                                    + " TLS_CERTIFICATE_MISSING");
        }

        @Test
        void aCredentialReplacesFiles() {
            assertThat(found(ClientTlsSettings.mode(ClientTlsMode.SIMPLE).toBuilder()
                            .credentialName("c")
                            .caCertificates("ca")
                            .caCrl("crl")
                            .build()))
                    .containsExactly(
                            "ERROR f.caCertificates: must not be set beside credentialName" + DROP_ONE,
                            "ERROR f.caCrl: must not be set beside credentialName" + DROP_ONE);
        }

        @Test
        void whatIsNotVerifiedNeedsNoAuthority() {
            ClientTlsSettings simple = ClientTlsSettings.mode(ClientTlsMode.SIMPLE).toBuilder()
                    .insecureSkipVerify(true)
                    .credentialName("c")
                    .addSubjectAltName("a")
                    .build();
            ClientTlsSettings mutual =
                    simple.toBuilder().mode(ClientTlsMode.MUTUAL).build();

            assertThat(found(simple))
                    .containsExactly(
                            "ERROR f.credentialName: must not be set beside insecureSkipVerify" + DROP_ONE,
                            "ERROR f.subjectAltNames: must not be set beside insecureSkipVerify" + DROP_ONE);
            assertThat(found(mutual))
                    .containsExactly("ERROR f.subjectAltNames: must not be set beside insecureSkipVerify" + DROP_ONE);
        }

        @Test
        void aConfigMapIsOfTheOwnNamespace() {
            ClientTlsSettings tls = ClientTlsSettings.mode(ClientTlsMode.SIMPLE);

            assertThat(found(tls.toBuilder().credentialName("configmap://own/c").build()))
                    .isEmpty();
            assertThat(found(tls.toBuilder().credentialName("configmap://a/c").build()))
                    .containsExactly("ERROR f.credentialName: must name a ConfigMap of the own namespace but was"
                            + " \"configmap://a/c\"; use configmap://own/<name> TEXT_MALFORMED");
        }
    }

    @Nested
    class OfServers {
        private List<String> found(ServerTlsSettings tls) {
            return Found.by((path, issues) -> ServerTlsRules.check(tls, path, issues));
        }

        @Test
        void aCredentialIsEnough() {
            assertThat(found(ServerTlsSettings.simple("c"))).isEmpty();
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.MUTUAL).toBuilder()
                            .addCredentialName("c")
                            .build()))
                    .isEmpty();
        }

        @Test
        void filesMustBeThere() {
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.OPTIONAL_MUTUAL)))
                    .containsExactly(
                            "ERROR f.caCertificates: mode OPTIONAL_MUTUAL needs caCertificates; add it, or use"
                                    + " credentialName TLS_CERTIFICATE_MISSING",
                            "ERROR f.privateKey: mode OPTIONAL_MUTUAL needs privateKey; add it, or use"
                                    + " credentialName TLS_CERTIFICATE_MISSING",
                            "ERROR f.serverCertificate: mode OPTIONAL_MUTUAL needs serverCertificate; add it, or use"
                                    + " credentialName TLS_CERTIFICATE_MISSING");
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.SIMPLE).toBuilder()
                            .addTlsCertificate(TlsCertificate.builder()
                                    .serverCertificate("c")
                                    .build())
                            .build()))
                    .containsExactly(
                            "ERROR f.tlsCertificates[0].privateKey: mode SIMPLE needs privateKey; add it, or use"
                                    + " credentialName TLS_CERTIFICATE_MISSING");
        }

        @Test
        void istioMutualTakesNoCertificate() {
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.ISTIO_MUTUAL).toBuilder()
                            .credentialName("c")
                            .build()))
                    .containsExactly("ERROR f.credentialName: must not be set in mode ISTIO_MUTUAL, which uses the"
                            + " certificate of the proxy; remove it TLS_SETTINGS_CONFLICT");
        }

        @Test
        void oneSourceOfCertificates() {
            assertThat(found(ServerTlsSettings.simple("c").toBuilder()
                            .serverCertificate("c")
                            .privateKey("k")
                            .build()))
                    .containsExactly("ERROR f: takes its certificate from serverCertificate and from credentialName;"
                            + " leave only one of them TLS_SETTINGS_CONFLICT");
        }

        @Test
        void revocationListsNeedClientCertificates() {
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.SIMPLE).toBuilder()
                            .serverCertificate("c")
                            .privateKey("k")
                            .caCrl("crl")
                            .build()))
                    .containsExactly("ERROR f.caCrl: must not be set in mode SIMPLE, which asks for no client"
                            + " certificate; remove it or use MUTUAL TLS_SETTINGS_CONFLICT");
        }

        @Test
        void whatHasNoEffectIsAWarning() {
            TlsCertificate certificate = TlsCertificate.builder()
                    .serverCertificate("c")
                    .privateKey("k")
                    .build();

            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.PASSTHROUGH).toBuilder()
                            .credentialName("c")
                            .build()))
                    .containsExactly("WARNING f.credentialName: has no effect in mode PASSTHROUGH, which does not end"
                            + " TLS; remove it TLS_CERTIFICATE_IGNORED");
            assertThat(found(ServerTlsSettings.simple("c").toBuilder()
                            .minProtocolVersion(TlsProtocolVersion.TLSV1_1)
                            .build()))
                    .containsExactly("WARNING f.minProtocolVersion: the default cipher suites do not fit TLSV1_1; list"
                            + " cipherSuites that do, or use TLSV1_2 CIPHER_SUITE_IGNORED");
            assertThat(found(ServerTlsSettings.simple("c").toBuilder()
                            .addCipherSuites("AES128-SHA", "AES128-SHA", "RC4", "-RC4", "ALL")
                            .build()))
                    .containsExactly(
                            "WARNING f.cipherSuites[1]: cipher suite \"AES128-SHA\" is already listed; remove one of"
                                    + " them CIPHER_SUITE_IGNORED",
                            "WARNING f.cipherSuites[2]: unknown cipher suite \"RC4\" is left out; use a name of OpenSSL"
                                    + " CIPHER_SUITE_IGNORED");
            assertThat(found(ServerTlsSettings.mode(ServerTlsMode.SIMPLE).toBuilder()
                            .addTlsCertificates(certificate, certificate, certificate)
                            .build()))
                    .containsExactly(
                            "WARNING f.tlsCertificates: has 3 certificates of which 2 can be used; leave one of"
                                    + " each key type TOO_MANY_ITEMS");
        }
    }

    @Nested
    class OfLocalities {
        private List<String> found(LocalityLoadBalancerSetting setting) {
            return Found.by((path, issues) -> LocalityRules.check(setting, true, path, issues));
        }

        private LocalityLoadBalancerSetting from(String... localities) {
            var setting = LocalityLoadBalancerSetting.builder();
            for (String locality : localities) {
                setting.addDistribute(LocalityDistribution.of(locality, Map.of("x", 100)));
            }
            return setting.build();
        }

        private LocalityLoadBalancerSetting to(Map<String, Integer> to) {
            return LocalityLoadBalancerSetting.builder()
                    .addDistribute(LocalityDistribution.of("a", new TreeMap<>(to)))
                    .build();
        }

        @Test
        void sharesSumUpTo100() {
            assertThat(found(to(Map.of("a", 60, "b", 40)))).isEmpty();
            assertThat(found(to(Map.of("a", 50, "b", 40))))
                    .containsExactly("ERROR f.distribute[0].to: the weights sum up to 90 instead of 100; change them to"
                            + " sum up to 100 LOCALITY_WEIGHTS_NOT_100");
            assertThat(found(to(Map.of("a", 100, "b", 0))))
                    .containsExactly(
                            "ERROR f.distribute[0].to.b: must be a weight from 1 to 100 but was 0; use a number"
                                    + " in range NUMBER_OUT_OF_BOUNDS");
        }

        @Test
        void aWildcardComesLast() {
            assertThat(found(from("a/b/c", "a/b/*", "a/*", "b", "*"))).isEmpty();
            assertThat(found(from("a/*", "a/b")))
                    .containsExactly("ERROR f.distribute[1].from: \"a/b\" overlaps with \"a/*\"; remove one of them"
                            + " LOCALITY_OVERLAP");
            assertThat(found(from("*", "a"))).hasSize(1);
            assertThat(found(from("a", "a/b"))).hasSize(1);
            assertThat(found(from("a/b", "a"))).hasSize(1);
            assertThat(found(from("a/b/c", "a/b"))).hasSize(1);
            assertThat(found(from("a/b", "a/c", "a/b/d"))).hasSize(1);
            assertThat(found(to(Map.of("a/*", 50, "a/b", 50)))).hasSize(1);
        }

        @Test
        void localitiesAreWhole() {
            assertThat(found(from("a//c")))
                    .containsExactly(
                            "ERROR f.distribute[0].from: must be region, region/zone or region/zone/subzone but"
                                    + " was \"a//c\"; leave no part empty; a wildcard ends the text LOCALITY_INVALID");
            assertThat(found(from("a/*/c"))).hasSize(1);
            assertThat(found(from(""))).hasSize(1);
        }

        @Test
        void failoverIsToAnotherRegion() {
            var setting = LocalityLoadBalancerSetting.builder();
            setting.addFailover(LocalityFailover.of("a", "a"), LocalityFailover.of("a/b", "c*"));

            assertThat(found(setting.build()))
                    .containsExactly(
                            "ERROR f.failover[0].to: must be another region than from but was \"a\"; name another region"
                                    + " LOCALITY_INVALID",
                            "ERROR f.failover[1].from: must be one region but was \"a/b\"; name the region without zone or"
                                    + " wildcard LOCALITY_INVALID",
                            "ERROR f.failover[1].to: must be one region but was \"c*\"; name the region without zone or"
                                    + " wildcard LOCALITY_INVALID");
        }

        @Test
        void failoverExcludesDistributionAndTopologyLabels() {
            LocalityLoadBalancerSetting setting = from("a").toBuilder()
                    .addFailover(LocalityFailover.of("a", "b"))
                    .addFailoverPriority("app")
                    .addFailoverPriority("topology.kubernetes.io/zone")
                    .build();

            assertThat(found(setting))
                    .containsExactly(
                            "ERROR f.failover: must not be set beside distribute; remove one of them FIELD_CONFLICT",
                            "ERROR f.failoverPriority[1]: must not be topology.kubernetes.io/zone beside failover; remove"
                                    + " it or failover FIELD_CONFLICT");
        }

        @Test
        void failoverNeedsOutlierDetection() {
            LocalityLoadBalancerSetting setting = LocalityLoadBalancerSetting.builder()
                    .addFailoverPriority("app")
                    .build();

            assertThat(found(setting)).isEmpty();
            assertThat(Found.by((path, issues) -> LocalityRules.check(setting, false, path, issues)))
                    .containsExactly("WARNING f: fails over without outlierDetection, so traffic stays with unhealthy"
                            + " endpoints; add outlierDetection to the same policy FAILOVER_WITHOUT_OUTLIER_DETECTION");
        }
    }
}
