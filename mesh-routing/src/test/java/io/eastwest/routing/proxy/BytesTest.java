package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Filter chains that forward bytes: who may pass, and what is sent on. */
class BytesTest {
    private static final Origin ORIGIN =
            new Origin(ResourceKey.of("security.istio.io", "AuthorizationPolicy", "shop", "p"), "spec.rules[0]");

    /** A policy that matches by a predicate; it may ask an authorizer. */
    private record Rule(String name, Predicate<RbacInput> test, Optional<String> provider) implements RbacPolicy {
        @Override
        public Origin origin() {
            return ORIGIN;
        }

        @Override
        public boolean matches(RbacInput input) {
            return test.test(input);
        }

        @Override
        public List<Mismatch> mismatches(RbacInput input) {
            return List.of();
        }

        @Override
        public List<PolicyTest> tests(RbacInput input) {
            return List.of();
        }
    }

    private static FilterChain chain(RbacFilter.Action action, Predicate<RbacInput> test) {
        Rule rule = new Rule("r", test, action == RbacFilter.Action.CUSTOM ? Optional.of("opa") : Optional.empty());
        return FilterChain.builder()
                .name("bytes")
                .addNetworkRbac(new RbacFilter(action, List.of(rule), List.of()))
                .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), false, List.of()))
                .build();
    }

    private static ConnectionBuilder connection() {
        return TestProxy.dial("10.96.0.1", 9000)
                .peer(new Peer("td/ns/a/sa/b"))
                .tls(new TlsClientHello(Optional.of("shop.example"), List.of()));
    }

    private static ProxyAnswer answer(FilterChain chain) {
        return proxy(chain).answer(ProxyLeg.OUTBOUND, connection(), Optional.empty());
    }

    private static TestProxy proxy(FilterChain chain) {
        return new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 9000, chain))
                .endpoints("a", "10.0.0.1:9000");
    }

    private static String text(ProxyAnswer answer) {
        Outcome outcome = answer.outcome();
        return outcome.kind() + " " + outcome.reason() + " " + outcome.flags() + " " + outcome.detail()
                + (outcome.closed() ? " closed" : "");
    }

    @Nested
    class Policies {
        @Test
        void closeWhatTheyRefuse() {
            String none = "REFUSED RBAC_DENIED - rbac_access_denied_matched_policy[none] closed";
            ProxyAnswer refused = answer(chain(RbacFilter.Action.ALLOW, input -> false));

            assertThat(text(refused)).isEqualTo(none);
            assertThat(refused.endpoints()).isEmpty();
            assertThat(refused.clusters()).hasSize(1);
            assertThat(text(answer(chain(RbacFilter.Action.DENY, input -> true))))
                    .isEqualTo("REFUSED RBAC_DENIED - rbac_access_denied_matched_policy[r] closed");
            assertThat(text(answer(chain(RbacFilter.Action.LOG, input -> true))))
                    .isEqualTo("FORWARDED FORWARDED - via_upstream");
        }

        @Test
        void seeTheConnection() {
            List<RbacInput> seen = new ArrayList<>();
            answer(chain(RbacFilter.Action.ALLOW, seen::add));

            assertThat(seen.get(0))
                    .isEqualTo(RbacInput.builder()
                            .sourceAddress("10.0.0.9")
                            .remoteAddress("10.0.0.9")
                            .destinationAddress("10.96.0.1")
                            .destinationPort(9000)
                            .serverName("shop.example")
                            .build());
        }

        @Test
        void seeTheIdentityThatATunnelHasShown() {
            FilterChain tunnelled = chain(
                            RbacFilter.Action.ALLOW,
                            input -> input.principal()
                                    .filter("td/ns/a/sa/b"::equals)
                                    .isPresent())
                    .toBuilder()
                    .tunnelled(true)
                    .build();

            assertThat(answer(tunnelled).outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
            assertThat(answer(tunnelled.toBuilder().tunnelled(false).build())
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.REFUSED);
        }

        @Test
        void mayAskAnAuthorizer() {
            FilterChain asking = chain(RbacFilter.Action.CUSTOM, input -> true);
            ExternalAuthorizer denies = (provider, call) ->
                    provider.equals("opa") ? Optional.of(ExternalAuthorizer.Verdict.deny(418)) : Optional.empty();

            assertThat(text(answer(asking))).isEqualTo("FORWARDED FORWARDED - via_upstream");
            assertThat(answer(asking).findings())
                    .containsExactly("r: an external authorizer decides, which is not modelled; taken as allowed");
            assertThat(text(asked(asking, denies))).isEqualTo("REFUSED OTHER UAEX ext_authz_denied by opa closed");
            assertThat(text(asked(asking, (provider, call) -> Optional.of(ExternalAuthorizer.Verdict.allow()))))
                    .isEqualTo("FORWARDED FORWARDED - via_upstream");
        }

        private ProxyAnswer asked(FilterChain chain, ExternalAuthorizer authorizer) {
            return EnvoyProxy.of(proxy(chain), ProxyMemory.empty(), authorizer)
                    .answer(
                            ProxyLeg.OUTBOUND,
                            connection().build(),
                            Optional.empty(),
                            EndpointConditions.HEALTHY,
                            TraceSink.NONE);
        }
    }

    @Nested
    class Certificates {
        private String answer(ClientCertificate wanted, String name, Optional<Peer> peer) {
            DownstreamTls tls = DownstreamTls.builder()
                    .clientCertificate(wanted)
                    .addSubjectAltName(name)
                    .build();
            FilterChain chain = chain(
                            RbacFilter.Action.ALLOW, input -> input.principal().isPresent())
                    .toBuilder()
                    .tls(tls)
                    .build();
            ProxyAnswer answer =
                    proxy(chain).answer(ProxyLeg.OUTBOUND, connection().peer(peer), Optional.empty());
            return answer.outcome().reason() + " " + answer.outcome().detail();
        }

        @Test
        void areHeldAgainstNames() {
            Optional<Peer> peer = Optional.of(new Peer("td/ns/a/sa/b"));

            assertThat(answer(ClientCertificate.REQUIRED, "spiffe://td/ns/a/sa/b", peer))
                    .isEqualTo("FORWARDED via_upstream");
            assertThat(answer(ClientCertificate.REQUIRED, "spiffe://td/ns/a/sa/c", peer))
                    .isEqualTo("TLS_HANDSHAKE_FAILED CERTIFICATE_VERIFY_FAILED");
            assertThat(answer(ClientCertificate.OPTIONAL, "spiffe://td/ns/a/sa/c", peer))
                    .isEqualTo("TLS_HANDSHAKE_FAILED CERTIFICATE_VERIFY_FAILED");
            assertThat(answer(ClientCertificate.OPTIONAL, "spiffe://td/ns/a/sa/c", Optional.empty()))
                    .isEqualTo("RBAC_DENIED rbac_access_denied_matched_policy[none]");
        }

        @Test
        void areNotSeenWhereNoneIsAskedFor() {
            assertThat(answer(ClientCertificate.NONE, "x", Optional.of(new Peer("td/ns/a/sa/b"))))
                    .isEqualTo("RBAC_DENIED rbac_access_denied_matched_policy[none]");
        }
    }

    @Nested
    class WhatIsSentOn {
        private FilterChain plain(boolean hashed) {
            return FilterChain.builder()
                    .name("bytes")
                    .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), hashed, List.of()))
                    .build();
        }

        @Test
        void isHttpAsItCame() {
            ProxyAnswer answer = proxy(plain(false))
                    .answer(
                            ProxyLeg.OUTBOUND,
                            TestProxy.dial("10.96.0.1", 9000),
                            Optional.of(TestProxy.get("/x?y")
                                    .method("POST")
                                    .addHeader(new Header("X-A", "1"))
                                    .addHeader(new Header("Connection", "close"))
                                    .build()));
            UpstreamRequest sent = answer.upstreamRequests().get(0);

            assertThat(sent.method()).hasValue("POST");
            assertThat(sent.authority()).hasValue("shop");
            assertThat(sent.path()).hasValue("/x?y");
            assertThat(sent.headers()).containsExactly(new Header("x-a", "1"), new Header("connection", "close"));
            assertThat(sent.serverName()).isEmpty();
        }

        @Test
        void isNoServerNameWhereTlsEnds() {
            FilterChain ends = plain(false).toBuilder()
                    .tls(DownstreamTls.builder()
                            .clientCertificate(ClientCertificate.NONE)
                            .build())
                    .build();

            assertThat(answer(ends).upstreamRequests().get(0).serverName()).isEmpty();
            assertThat(answer(plain(false)).upstreamRequests().get(0).serverName())
                    .hasValue("shop.example");
        }

        @Test
        void goesToOneEndpointWhereTheClientIsHashed() {
            TestProxy hashing = hashing(true);
            TestProxy spreading = hashing(false);

            assertThat(hashing.answer(ProxyLeg.OUTBOUND, connection(), Optional.empty())
                            .endpoints())
                    .hasSize(1);
            assertThat(hashing.answer(ProxyLeg.OUTBOUND, connection().sourceAddress(""), Optional.empty())
                            .endpoints())
                    .hasSize(2);
            assertThat(spreading
                            .answer(ProxyLeg.OUTBOUND, connection(), Optional.empty())
                            .endpoints())
                    .hasSize(2);
        }

        private TestProxy hashing(boolean hashed) {
            return new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 9000, plain(hashed)))
                    .cluster(TestProxy.clusterOf("a", "10.0.0.1:9000", "10.0.0.2:9000").toBuilder()
                            .loadBalancing(new LoadBalancingPolicy.RingHash(1024))
                            .build());
        }
    }
}
