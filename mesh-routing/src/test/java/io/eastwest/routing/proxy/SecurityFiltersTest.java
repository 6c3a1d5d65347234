package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.call.JwtTokenBuilder;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.JwtFilterRuleBuilder;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityFiltersTest {
    private static final String ISSUER = "https://id.example";
    private static final Origin ORIGIN =
            new Origin(ResourceKey.of("security.istio.io", "RequestAuthentication", "shop", "tokens"), "");

    private static JwtFilterRuleBuilder rule() {
        return JwtFilterRule.builder().issuer(ISSUER).origin(ORIGIN);
    }

    private static JwtTokenBuilder token(Map<String, Object> claims) {
        return JwtToken.builder().issuer(ISSUER).claims(claims);
    }

    private static ProxyAnswer answer(HttpRequestBuilder request, HttpFilter... filters) {
        return answer(request, List.of(TestProxy.route("default", "/", TestProxy.to("a"))), filters);
    }

    private static ProxyAnswer answer(HttpRequestBuilder request, List<ProxyRoute> routes, HttpFilter... filters) {
        VirtualHost host =
                VirtualHost.builder().name("shop").addDomain("*").routes(routes).build();
        return new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("r", filters)))
                .routes(new RouteConfiguration("r", List.of(host)))
                .endpoints("a", "10.0.0.1:80")
                .endpoints("b", "10.0.0.2:80")
                .answer(request);
    }

    private static RbacPolicy policy(String name, Predicate<RbacInput> predicate) {
        return new RbacPolicy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Origin origin() {
                return ORIGIN;
            }

            @Override
            public boolean matches(RbacInput input) {
                return predicate.test(input);
            }

            @Override
            public List<Mismatch> mismatches(RbacInput input) {
                return matches(input) ? List.of() : List.of(new Mismatch("no", "", ""));
            }

            @Override
            public List<PolicyTest> tests(RbacInput input) {
                return List.of();
            }
        };
    }

    private static RbacFilter rbac(RbacFilter.Action action, RbacPolicy... policies) {
        return new RbacFilter(action, List.of(policies), List.of());
    }

    @Nested
    class WhenTokensAreVerified {
        private final JwtFilter filter = new JwtFilter(List.of(rule().build()), false);

        @Test
        void noTokenPassesWithoutPrincipal() {
            ProxyAnswer answer = answer(
                    TestProxy.get("/"),
                    filter,
                    rbac(
                            RbacFilter.Action.DENY,
                            policy(
                                    "claims",
                                    input -> input.http().orElseThrow().claims().isPresent())));

            assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
        }

        @Test
        void aGoodTokenIsTakenOffTheRequest() {
            ProxyAnswer answer =
                    answer(TestProxy.get("/").token(token(Map.of("sub", "ana")).build()), filter);

            assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
            assertThat(answer.upstreamRequests().get(0).headers()).isEmpty();
        }

        @Test
        void aGoodTokenStaysWhenItIsForwarded() {
            JwtFilter forwarding =
                    new JwtFilter(List.of(rule().forwardsToken(true).build()), false);

            ProxyAnswer answer =
                    answer(TestProxy.get("/").token(token(Map.of("sub", "ana")).build()), forwarding);

            assertThat(answer.upstreamRequests().get(0).headers())
                    .containsExactly(new Header("authorization", "Bearer <token>"));
        }

        @ParameterizedTest
        @CsvSource({
            "false, true,  https://id.example, Jwt is expired",
            "true,  false, https://id.example, Jwt verification fails",
            "true,  true,  https://other,      Jwt issuer is not configured",
        })
        void aBadTokenIsRefused(boolean fresh, boolean known, String issuer, String body) {
            JwtToken bad = token(Map.of())
                    .expired(!fresh)
                    .knownKey(known)
                    .issuer(issuer)
                    .build();

            ProxyAnswer answer = answer(TestProxy.get("/x?q=1").token(bad), filter);

            assertThat(answer.outcome().status()).hasValue(401);
            assertThat(answer.outcome().reason()).isEqualTo(Reason.JWT_DENIED);
            assertThat(answer.response().flatMap(ClientResponse::body)).contains(body);
            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry(
                            "www-authenticate", List.of("Bearer realm=\"http://shop/x?q=1\", error=\"invalid_token\""));
        }

        @Test
        void textThatIsNoTokenIsRefused() {
            ProxyAnswer answer =
                    answer(TestProxy.get("/").addHeader(new Header("Authorization", "Bearer garbage")), filter);

            assertThat(answer.outcome().detail()).contains("Jwt_is_not_in_the_form_of");
        }

        @Test
        void anotherSchemeIsNoToken() {
            ProxyAnswer answer =
                    answer(TestProxy.get("/").addHeader(new Header("Authorization", "Basic YTpi")), filter);

            assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
        }

        @Test
        void anotherAudienceIsForbidden() {
            JwtFilter strict =
                    new JwtFilter(List.of(rule().addAudience("tickets").build()), false);

            assertThat(answer(
                                    TestProxy.get("/")
                                            .token(token(Map.of("aud", List.of("cafe")))
                                                    .build()),
                                    strict)
                            .outcome()
                            .status())
                    .hasValue(403);
            assertThat(answer(
                                    TestProxy.get("/")
                                            .token(token(Map.of("aud", List.of("cafe", "tickets")))
                                                    .build()),
                                    strict)
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.FORWARDED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"sub", "jti", "aud"})
        void aClaimOfTheWrongKindIsRefusedBeforeTheIssuerIsLookedAt(String claim) {
            ProxyAnswer answer = answer(
                    TestProxy.get("/")
                            .token(token(Map.of(claim, List.of("ana", 7)))
                                    .issuer("https://other")
                                    .build()),
                    filter);

            assertThat(answer.outcome().status()).hasValue(401);
            assertThat(answer.response().flatMap(ClientResponse::body).orElse(""))
                    .startsWith("Jwt payload [" + claim + "] field is not a string");
        }

        @Test
        void aPreflightIsNotLookedAt() {
            JwtToken expired = token(Map.of()).expired(true).build();
            HttpRequestBuilder preflight = TestProxy.get("/")
                    .method("OPTIONS")
                    .token(expired)
                    .addHeader(new Header("origin", "https://a"))
                    .addHeader(new Header("access-control-request-method", "GET"));

            assertThat(answer(preflight, filter).outcome().kind()).isEqualTo(Outcome.Kind.FORWARDED);
        }

        @Test
        void anExplicitLocationSwitchesTheDefaultOff() {
            JwtFilter parameter =
                    new JwtFilter(List.of(rule().addFromParam("ticket").build()), false);
            JwtToken expired = token(Map.of()).expired(true).build();

            assertThat(answer(TestProxy.get("/").token(expired), parameter)
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.FORWARDED);
            assertThat(answer(TestProxy.get("/?ticket=x"), parameter).outcome().status())
                    .hasValue(401);
        }

        @Test
        void claimsBecomeHeadersAndNobodyCanFakeThem() {
            JwtFilter writing = new JwtFilter(
                    List.of(rule().addOutputClaimToHeader(new Header("X-User", "sub"))
                            .addOutputClaimToHeader(new Header("x-age", "age"))
                            .addOutputClaimToHeader(new Header("x-desk", "place.desk"))
                            .addOutputClaimToHeader(new Header("x-roles", "roles"))
                            .build()),
                    false);
            HttpRequestBuilder faked = TestProxy.get("/").addHeader(new Header("x-user", "root"));

            ProxyAnswer anonymous = answer(faked, writing);
            ProxyAnswer ana = answer(
                    faked.token(token(Map.of(
                                    "sub",
                                    "ana",
                                    "age",
                                    41,
                                    "place",
                                    Map.of("desk", "north"),
                                    "roles",
                                    List.of("admin", "guide")))
                            .build()),
                    writing);

            assertThat(anonymous.upstreamRequests().get(0).headers()).isEmpty();
            assertThat(TestProxy.byName(ana.upstreamRequests().get(0).headers()))
                    .containsEntry("x-user", List.of("ana"))
                    .containsEntry("x-age", List.of("41"))
                    .containsEntry("x-desk", List.of("north"))
                    .containsEntry("x-roles", List.of("WyJhZG1pbiIsImd1aWRlIl0="));
        }
    }

    @Nested
    class WhenRoutesLookAtClaims {
        private final List<ProxyRoute> routes = List.of(
                ProxyRoute.builder()
                        .name("dev")
                        .match(RouteMatch.builder()
                                .path(new PathMatch.Prefix("/"))
                                .addClaim(new ClaimMatch(List.of("group"), new ValueMatch.Exact("dev"), false))
                                .build())
                        .action(TestProxy.to("b"))
                        .build(),
                TestProxy.route("rest", "/", TestProxy.to("a")));

        private String route(boolean clears) {
            JwtFilter filter = new JwtFilter(List.of(rule().build()), clears);
            HttpRequestBuilder request = TestProxy.get("/")
                    .token(token(Map.of("group", List.of("dev", "ops"))).build());
            return answer(request, routes, filter).route().orElseThrow().name();
        }

        @Test
        void theRouteIsChosenAgainWhereTheFilterClearsIt() {
            assertThat(route(true)).isEqualTo("dev");
        }

        @Test
        void elsewhereTheFirstChoiceStays() {
            assertThat(route(false)).isEqualTo("rest");
        }
    }

    @Nested
    class WhenPoliciesDecide {
        private final RbacPolicy getOnly =
                policy("get", input -> input.http().orElseThrow().method().equals("GET"));

        @Test
        void allowRefusesWhatNoPolicyMatches() {
            ProxyAnswer answer = answer(TestProxy.get("/").method("POST"), rbac(RbacFilter.Action.ALLOW, getOnly));

            assertThat(answer.outcome().status()).hasValue(403);
            assertThat(answer.outcome().detail()).isEqualTo("rbac_access_denied_matched_policy[none]");
            assertThat(answer.response().flatMap(ClientResponse::body)).contains("RBAC: access denied");
            assertThat(answer.clusters()).extracting(ClusterShare::name).containsExactly("a");
        }

        @Test
        void denyRefusesWhatAPolicyMatches() {
            assertThat(answer(TestProxy.get("/"), rbac(RbacFilter.Action.DENY, getOnly))
                            .outcome()
                            .detail())
                    .isEqualTo("rbac_access_denied_matched_policy[get]");
        }

        @Test
        void dryRunAndAuditRefuseNothing() {
            RbacFilter dry = new RbacFilter(RbacFilter.Action.DENY, List.of(), List.of(getOnly));

            assertThat(answer(TestProxy.get("/"), dry, rbac(RbacFilter.Action.LOG, getOnly))
                            .outcome()
                            .kind())
                    .isEqualTo(Outcome.Kind.FORWARDED);
        }

        @Test
        void anExternalAuthorizerIsReported() {
            assertThat(answer(TestProxy.get("/"), rbac(RbacFilter.Action.CUSTOM, getOnly))
                            .findings())
                    .singleElement()
                    .asString()
                    .contains("external authorizer");
        }

        @Test
        void theyComeBeforeAMissingRoute() {
            assertThat(answer(TestProxy.get("/"), List.of(), rbac(RbacFilter.Action.DENY, getOnly))
                            .outcome()
                            .status())
                    .hasValue(403);
        }

        @Test
        void grpcClientsGetPermissionDenied() {
            ProxyAnswer answer = answer(
                    TestProxy.get("/p.S/M").addHeader(new Header("content-type", "application/grpc")),
                    rbac(RbacFilter.Action.DENY, getOnly));

            assertThat(answer.outcome().status()).hasValue(200);
            assertThat(TestProxy.byName(answer.response().orElseThrow().headers()))
                    .containsEntry("grpc-status", List.of("7"))
                    .containsEntry("grpc-message", List.of("RBAC: access denied"));
        }
    }
}
