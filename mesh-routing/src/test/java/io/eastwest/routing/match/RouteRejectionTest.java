package io.eastwest.routing.match;

import static io.eastwest.routing.match.Routes.draft;
import static io.eastwest.routing.match.Routes.prefix;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.NoAction;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes a whole route configuration down at Envoy. */
class RouteRejectionTest {
    private static RouteTable table(ProxyRoute route) {
        return RouteTable.of(new RouteConfiguration("80", List.of(Routes.host("shop:80", List.of("*"), route))));
    }

    private static Optional<String> rejection(ProxyRoute route) {
        RouteTable table = table(route);
        assertThat(table.find("shop").isPresent()).isEqualTo(table.rejection().isEmpty());
        return table.rejection();
    }

    private static Optional<String> rejection(RouteAction action) {
        return rejection(draft("r", prefix("/")).action(action).build());
    }

    private static HeaderMutations adding(String value) {
        return new HeaderMutations(List.of(new Header("x", value)), List.of(), List.of());
    }

    private static HeaderMutations setting(String value) {
        return new HeaderMutations(List.of(), List.of(new Header("x", value)), List.of());
    }

    private static ForwardAction forward(WeightedCluster... clusters) {
        return ForwardAction.builder().clusters(List.of(clusters)).build();
    }

    @Nested
    class HeaderValues {
        @ParameterizedTest
        @ValueSource(strings = {"", "plain", "100%%", "%DOWNSTREAM_REMOTE_ADDRESS%", "a %REQ(x?y):10% b"})
        void mayHoldCommandsAndDoubledPercentSigns(String value) {
            assertThat(rejection(draft("r", prefix("/"))
                            .requestHeaders(setting(value))
                            .build()))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"100%", "%lower%", "%REQ(x%", "a%%%b", "%REQ(x):a%"})
        void mayNotHoldASinglePercentSign(String value) {
            assertThat(rejection(draft("r", prefix("/"))
                            .requestHeaders(setting(value))
                            .build()))
                    .contains("shop:80 route \"r\": header value \"" + value + "\" has a single percent sign");
        }

        @Test
        void countWhereverTheyAreSetOrAdded() {
            WeightedCluster request = new WeightedCluster("c", 1, adding("1%"), HeaderMutations.NONE, Optional.empty());
            WeightedCluster response =
                    new WeightedCluster("c", 1, HeaderMutations.NONE, setting("2%"), Optional.empty());

            assertThat(rejection(draft("r", prefix("/"))
                            .responseHeaders(adding("3%"))
                            .build()))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("\"3%\""));
            assertThat(rejection(forward(request)))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("\"1%\""));
            assertThat(rejection(forward(response)))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("\"2%\""));
        }
    }

    @Nested
    class Actions {
        @Test
        void mustExist() {
            assertThat(rejection(new NoAction("nothing is said")))
                    .contains("shop:80 route \"r\": it has no action: nothing is said");
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void mayRedirectWithTheseCodes(int status) {
            assertThat(rejection(RedirectAction.builder().status(status).build()))
                    .isEmpty();
        }

        @Test
        void mayNotRedirectWithAnotherCode() {
            assertThat(rejection(RedirectAction.builder().status(304).build()))
                    .contains("shop:80 route \"r\": redirect status 304 is none of [301, 302, 303, 307, 308]");
        }

        @Test
        void mayForwardToOneClusterOfAnyWeight() {
            assertThat(rejection(forward(WeightedCluster.of("a", 0)))).isEmpty();
            assertThat(rejection(forward(WeightedCluster.of("a", 0), WeightedCluster.of("b", 1))))
                    .isEmpty();
        }

        @Test
        void mayNotForwardToClustersWithoutWeight() {
            String reason = "shop:80 route \"r\": the weights of the clusters add up to 0";

            assertThat(rejection(forward(WeightedCluster.of("a", 0), WeightedCluster.of("b", 0))))
                    .contains(reason);
            assertThat(rejection(forward())).contains(reason);
        }

        @Test
        void mayNotRewriteWithAnExpressionThatIsNotRe2() {
            ForwardAction good = forward(WeightedCluster.of("a", 1)).toBuilder()
                    .regexRewrite(new RegexRewrite("/a", "/b"))
                    .build();

            assertThat(rejection(good)).isEmpty();
            assertThat(rejection(good.toBuilder()
                            .regexRewrite(new RegexRewrite("(a", ""))
                            .build()))
                    .hasValueSatisfying(
                            reason -> assertThat(reason).startsWith("shop:80 route \"r\": not an RE2 expression: "));
        }
    }

    @Nested
    class EmptyTexts {
        private static final String VALUE =
                "shop:80 route \"r\": a condition has an empty prefix, suffix or expression";
        private static final String NAME = "shop:80 route \"r\": the name of a header, parameter or cookie is empty";

        private Optional<String> header(ValueMatch value) {
            return rejection(Routes.route("r", prefix("/").addHeader(new HeaderMatch("x", value, false, false))));
        }

        @Test
        void areNoPrefixSuffixOrExpression() {
            assertThat(header(new ValueMatch.Prefix(""))).contains(VALUE);
            assertThat(header(new ValueMatch.Suffix(""))).contains(VALUE);
            assertThat(header(new ValueMatch.Regex(""))).contains(VALUE);
            assertThat(rejection(Routes.route(
                            "r", prefix("/").addQueryParameter(new QueryMatch("q", new ValueMatch.Prefix(""))))))
                    .contains(VALUE);
        }

        @Test
        void mayBeAWholeValueOrThePrefixOfAPath() {
            assertThat(header(new ValueMatch.Exact(""))).isEmpty();
            assertThat(rejection(Routes.route("r", prefix("")))).isEmpty();
        }

        @Test
        void areNoExpressionForAPath() {
            assertThat(rejection(Routes.route("r", RouteMatch.builder().path(new PathMatch.Regex("")))))
                    .contains("shop:80 route \"r\": the expression for the path is empty");
        }

        @Test
        void areNoOrigin() {
            CorsSettings cors = CorsSettings.builder()
                    .addAllowOrigin(new ValueMatch.Prefix(""))
                    .build();

            assertThat(rejection(draft("r", prefix("/")).cors(cors).build())).contains(VALUE);
        }

        @Test
        void areNoNameThatIsHashed() {
            ForwardAction cookie = forward(WeightedCluster.of("a", 1)).toBuilder()
                    .addHashPolicy(new HashPolicy.OfCookie("", Optional.empty(), Optional.empty()))
                    .build();

            assertThat(rejection(cookie)).contains(NAME);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 600})
    void repliesHaveAStatusOfAnAnswer(int status) {
        String reason = "shop:80 route \"r\": status " + status + " is not from 200 to 599";
        FaultInjection fault =
                FaultInjection.builder().abortStatus(status).abortMillionths(1).build();

        assertThat(rejection(new DirectResponseAction(status, Optional.empty(), false)))
                .contains(reason);
        assertThat(rejection(draft("r", prefix("/")).fault(fault).build())).contains(reason);
    }

    @Test
    void aConditionOnAClaimNeedsAValue() {
        ClaimMatch present = new ClaimMatch(List.of("role"), new ValueMatch.Present(), false);

        assertThat(rejection(Routes.route("r", prefix("/").addClaim(present))))
                .contains("shop:80 route \"r\": a claim condition has no value");
        assertThat(rejection(Routes.route("r", prefix("/").addClaim(Routes.claim("a", "role")))))
                .isEmpty();
    }
}
