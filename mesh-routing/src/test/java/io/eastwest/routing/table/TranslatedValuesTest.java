package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.CookieAttribute;
import io.eastwest.model.istio.networking.CorsPolicy;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationBuilder;
import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import io.eastwest.model.istio.networking.HttpCookie;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.UnmatchedPreflights;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of routes and listeners that follow from one value alone. */
class TranslatedValuesTest {
    @Nested
    class Hashes {
        @Test
        void ofCookiesHaveTheirAttributesAsText() {
            HttpCookie cookie = HttpCookie.builder()
                    .name("user")
                    .path("")
                    .ttl(Duration.ofSeconds(5))
                    .addAttribute(CookieAttribute.builder()
                            .name("SameSite")
                            .value("Strict")
                            .build())
                    .addAttribute(
                            CookieAttribute.builder().name("Secure").value("").build())
                    .addAttribute(CookieAttribute.builder().name("HttpOnly").build())
                    .build();

            assertThat(HashPolicies.toHashPolicy(
                            ConsistentHash.builder().httpCookie(cookie).build()))
                    .contains(new HashPolicy.OfCookie(
                            "user",
                            Optional.empty(),
                            Optional.of(Duration.ofSeconds(5)),
                            List.of("SameSite=Strict", "Secure", "HttpOnly")));
        }

        @Test
        void ofADestinationAreThoseOfItsSubsetElseOfItsPortElseOfAll() {
            String rule = """
                {host: api, subsets: [{name: silent}, {name: loud, trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: loud}},
                  portLevelSettings: [{port: {number: 80}, loadBalancer: {consistentHash: {httpHeaderName: loud-80}}}]}}],
                  trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: top}},
                  portLevelSettings: [{loadBalancer: {consistentHash: {httpHeaderName: none}}},
                    {port: {number: 80}, loadBalancer: {consistentHash: {httpHeaderName: top-80}}}]}}
                """;

            assertThat(hashed(rule, "", 0)).isEqualTo("top");
            assertThat(hashed(rule, "", 80)).isEqualTo("top-80");
            assertThat(hashed(rule, "", 81)).isEqualTo("top");
            assertThat(hashed(rule, "silent", 80)).isEqualTo("top-80");
            assertThat(hashed(rule, "loud", 0)).isEqualTo("loud");
            assertThat(hashed(rule, "loud", 80)).isEqualTo("loud-80");
            assertThat(hashed(rule, "loud", 81)).isEqualTo("loud");
            assertThat(hashed("{host: api}", "", 80)).isEqualTo("nothing");
            assertThat(hashed("{host: other}", "", 80)).isEqualTo("nothing");
        }

        private String hashed(String rule, String subset, int port) {
            HandMadeView view = new HandMadeView()
                    .with(service().build())
                    .with(ManifestReader.pruning()
                            .read(
                                    "rule.yaml",
                                    SmallMesh.istio("DestinationRule", "shop/api", rule.replaceAll("\\s+", " ")))
                            .orThrow()
                            .get(0)
                            .resource());
            DestinationBuilder destination = Destination.builder().host(HOST).subset(subset);
            if (port != 0) {
                destination.port(PortSelector.number(port));
            }
            return HashPolicies.of(ProxyScopes.of(view, List.of()).scope(proxy().build()), destination.build())
                    .flatMap(ConsistentHash::httpHeaderName)
                    .orElse("nothing");
        }

        @Test
        void ofOthersAreTheirNames() {
            assertThat(HashPolicies.toHashPolicy(
                            ConsistentHash.builder().httpHeaderName("x").build()))
                    .contains(new HashPolicy.OfHeader("x"));
            assertThat(HashPolicies.toHashPolicy(
                            ConsistentHash.builder().httpQueryParameterName("q").build()))
                    .contains(new HashPolicy.OfQueryParameter("q"));
            assertThat(HashPolicies.toHashPolicy(
                            ConsistentHash.builder().useSourceIp(true).build()))
                    .contains(new HashPolicy.OfSourceIp());
            assertThat(HashPolicies.toHashPolicy(
                            ConsistentHash.builder().useSourceIp(false).build()))
                    .isEmpty();
        }
    }

    @Test
    void headersOfEnvoyItselfAreNotChangedAndTheHostBecomesTheAuthority() {
        Headers headers = Headers.builder()
                .request(HeaderOperations.builder()
                        .set(Map.of("Host", "other"))
                        .add(Map.of(":path", "/x"))
                        .remove(List.of(":method", "host", "x-a"))
                        .build())
                .response(HeaderOperations.builder().set(Map.of("x-b", "1")).build())
                .build();

        HeaderTranslation translated = HeaderTranslation.of(Optional.of(headers));

        assertThat(translated.request()).isEqualTo(new HeaderMutations(List.of(), List.of(), List.of("x-a")));
        assertThat(translated.response())
                .isEqualTo(new HeaderMutations(List.of(), List.of(new Header("x-b", "1")), List.of()));
        assertThat(translated.authority()).contains("other");
        assertThat(HeaderTranslation.of(Optional.empty())).isEqualTo(HeaderTranslation.NONE);
    }

    @Test
    void originsThatMayReadAreValuesTheOldListOnlyWhereTheNewOneIsEmpty() {
        CorsPolicy old = CorsPolicy.builder()
                .allowOrigin(List.of("https://old.example"))
                .maxAge(Duration.ofMillis(90_500))
                .allowMethods(List.of("GET"))
                .exposeHeaders(List.of("x-a"))
                .allowCredentials(true)
                .build();
        CorsPolicy both = old.toBuilder()
                .allowOrigins(List.of(StringMatch.prefix("https://new."), StringMatch.present()))
                .unmatchedPreflights(UnmatchedPreflights.IGNORE)
                .build();

        assertThat(FilterTranslation.cors(old))
                .isEqualTo(CorsSettings.builder()
                        .allowOrigins(List.<ValueMatch>of(new ValueMatch.Exact("https://old.example")))
                        .allowMethods(List.of("GET"))
                        .exposeHeaders(List.of("x-a"))
                        .maxAge(Duration.ofSeconds(90))
                        .allowCredentials(true)
                        .forwardNotMatchingPreflights(true)
                        .build());
        assertThat(FilterTranslation.cors(both).allowOrigins()).containsExactly(new ValueMatch.Prefix("https://new."));
        assertThat(FilterTranslation.cors(both).forwardNotMatchingPreflights()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.shop.svc.cluster.local; shop.svc.cluster.local; a.shop.svc.cluster.local., a, a.shop.svc, a.shop",
                "a.shop.svc.cluster.local; web.svc.cluster.local; a.shop.svc.cluster.local., a.shop, a.shop.svc",
                "a.shop.svc.other; shop.svc.cluster.local; a.shop.svc.other.",
                "a.svc.cluster.local; shop.svc.cluster.local; a.svc.cluster.local.",
                "www.example.com; shop.svc.cluster.local; www.example.com.",
                "10.0.0.1; shop.svc.cluster.local; ''"
            })
    void aNameHasShorterFormsWithinItsDomain(String hostname, String domain, String names) {
        assertThat(String.join(", ", VirtualHostDomains.alternates(hostname, domain)))
                .isEqualTo(names);
    }

    @Nested
    class Addresses {
        private static final String V4 = "10.96.0.1";
        private static final String V6 = "fd00::1";

        private MeshProxy of(String... addresses) {
            return proxy().addresses(List.of(addresses)).build();
        }

        private MeshService dual(MeshProxy proxy) {
            return service()
                    .clusterAddresses(Map.of(proxy.cluster(), List.of(V4, V6)))
                    .defaultAddresses(List.of("240.0.0.1"))
                    .build();
        }

        @Test
        void ofAServiceAreThoseOfTheFamiliesOfTheProxy() {
            assertThat(ServiceAddresses.all(dual(of("10.0.0.1")), of("10.0.0.1")))
                    .containsExactly(V4);
            assertThat(ServiceAddresses.all(dual(of("fd00::9")), of("fd00::9"))).containsExactly(V6);
            assertThat(ServiceAddresses.all(dual(of("10.0.0.1")), of("10.0.0.1", "fd00::9")))
                    .containsExactly(V4, V6);
            assertThat(ServiceAddresses.all(dual(of()), of())).containsExactly(V4, V6);
        }

        @Test
        void ofAnotherClusterAreTheDefaultOnes() {
            MeshService elsewhere = service()
                    .clusterAddresses(Map.of("elsewhere", List.of(V4)))
                    .defaultAddresses(List.of("240.0.0.1", "fd00::2"))
                    .build();
            MeshService nowhere = service()
                    .clusterAddresses(Map.of())
                    .defaultAddresses(List.of("fd00::2"))
                    .build();

            assertThat(ServiceAddresses.all(elsewhere, of("10.0.0.1"))).containsExactly("240.0.0.1");
            assertThat(ServiceAddresses.primary(elsewhere, of("fd00::9"))).isEqualTo("fd00::2");
            assertThat(ServiceAddresses.all(nowhere, of("10.0.0.1"))).containsExactly("fd00::2");
        }

        @Test
        void thatAreNoneAreUnspecified() {
            MeshService none = service()
                    .clusterAddresses(Map.of())
                    .defaultAddresses(List.of())
                    .build();

            assertThat(ServiceAddresses.primary(none, of("10.0.0.1"))).isEqualTo("0.0.0.0");
            assertThat(ServiceAddresses.isUnspecified("0.0.0.0")).isTrue();
            assertThat(ServiceAddresses.isUnspecified("::")).isTrue();
            assertThat(ServiceAddresses.isUnspecified(V4)).isFalse();
        }

        @Test
        void ofAllAreThoseOfTheFirstFamily() {
            assertThat(ServiceAddresses.wildcard(of("10.0.0.1", "fd00::9"))).isEqualTo("0.0.0.0");
            assertThat(ServiceAddresses.wildcard(of("fd00::9"))).isEqualTo("::");
            assertThat(ServiceAddresses.wildcard(of())).isEqualTo("0.0.0.0");
        }
    }
}
