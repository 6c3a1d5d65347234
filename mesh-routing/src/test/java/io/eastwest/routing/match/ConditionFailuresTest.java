package io.eastwest.routing.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is said of a condition that does not hold. */
class ConditionFailuresTest {
    @Nested
    class OfPaths {
        private Mismatch failure(PathMatch path, boolean caseSensitive) {
            return PathCondition.of(RouteMatch.builder()
                            .path(path)
                            .caseSensitive(caseSensitive)
                            .build())
                    .failure(TestInput.get("/Other?a=b"));
        }

        @Test
        void nameTheKindAndTheText() {
            assertThat(failure(new PathMatch.SeparatedPrefix("/a"), true))
                    .isEqualTo(new Mismatch("path", "separated prefix \"/a\"", "\"/Other\""));
            assertThat(failure(new PathMatch.Exact("/A"), false))
                    .isEqualTo(new Mismatch("path", "exact \"/a\" (case ignored)", "\"/Other\""));
        }
    }

    @Nested
    class OfHeaders {
        private Mismatch failure(boolean invert, Map<String, String> headers) {
            HeaderMatch match = new HeaderMatch("X-User", new ValueMatch.Prefix("a"), invert, false);
            return HeaderCondition.of(match).failure(new TestInput("GET", "/", headers));
        }

        @Test
        void showTheValueOrThatThereIsNone() {
            assertThat(failure(false, Map.of("x-user", "bob")))
                    .isEqualTo(new Mismatch("header x-user", "prefix \"a\"", "\"bob\""));
            assertThat(failure(true, Map.of())).isEqualTo(new Mismatch("header x-user", "not prefix \"a\"", "absent"));
        }
    }

    @Nested
    class OfParameters {
        private final QueryCondition condition = QueryCondition.of(new QueryMatch("q", new ValueMatch.Suffix("z")));

        @Test
        void showTheFirstValueOrThatThereIsNone() {
            assertThat(condition.holds(TestInput.get("/?q=xyz&q=a"))).isTrue();
            assertThat(condition.failure(TestInput.get("/?q=a&q=z")))
                    .isEqualTo(new Mismatch("query parameter q", "suffix \"z\"", "\"a\""));
            assertThat(condition.failure(TestInput.get("/")))
                    .isEqualTo(new Mismatch("query parameter q", "suffix \"z\"", "absent"));
        }
    }

    @Nested
    class OfClaims {
        private ClaimCondition condition(boolean invert) {
            return ClaimCondition.of(new ClaimMatch(List.of("realm", "roles"), new ValueMatch.Exact("admin"), invert));
        }

        private boolean holds(Object roles) {
            boolean holds = condition(false).holds(claiming(roles));
            assertThat(condition(true).holds(claiming(roles))).isNotEqualTo(holds);
            return holds;
        }

        private TestInput claiming(Object roles) {
            return TestInput.claiming(Map.of("realm", Map.of("roles", roles)));
        }

        @Test
        void holdForAStringOrOneOfAList() {
            assertThat(holds("admin")).isTrue();
            assertThat(holds(List.of("user", "admin"))).isTrue();
            assertThat(holds(List.of(7, "admin"))).isTrue();
            assertThat(holds("user")).isFalse();
            assertThat(holds(List.of("user"))).isFalse();
            assertThat(holds(List.of(7))).isFalse();
            assertThat(holds(List.of())).isFalse();
            assertThat(holds(7)).isFalse();
            assertThat(holds(Map.of("admin", "admin"))).isFalse();
        }

        @Test
        void failWithoutTokenOrOnTheWayToTheClaim() {
            assertThat(condition(false).holds(TestInput.get("/"))).isFalse();
            assertThat(condition(false).holds(TestInput.claiming(Map.of("realm", "roles"))))
                    .isFalse();
            assertThat(condition(false).holds(TestInput.claiming(Map.of("roles", "admin"))))
                    .isFalse();
            assertThat(condition(true).holds(TestInput.get("/"))).isTrue();
        }

        @Test
        void showTheClaimOrThatThereIsNone() {
            assertThat(condition(false).failure(claiming(List.of("user"))))
                    .isEqualTo(new Mismatch("claim realm.roles", "exact \"admin\"", "\"[user]\""));
            assertThat(condition(true).failure(TestInput.get("/")))
                    .isEqualTo(new Mismatch("claim realm.roles", "not exact \"admin\"", "absent"));
        }
    }
}
