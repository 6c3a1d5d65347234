package io.eastwest.routing.match;

import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expressions of users run in RE2, whose time is linear. That it is RE2 shows in what it refuses: what java.util.regex takes by
 * trying again and again.
 */
class ExpressionsTest {
    private static final String ENDLESS = "(a*)*b";
    private static final String MANY = "a".repeat(5000);

    private static ProxyAnswer get(String match, String path) {
        return SmallMesh.of(
                        service("town/a", 1, "http 80"),
                        pod("town/client", "10.1.0.1", "app: client"),
                        rules(
                                "town/a",
                                "{hosts: [a], http: [{match: [" + match + "], directResponse: {status: 418}}]}"))
                .sidecar("town/client", "10.96.0.1:80", Optional.empty(), Optional.of(request("GET", "a", path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)\\1", "(?=a)a", "(?!b)a", "(?<=a)b", "a++", "(?>a*)b"})
    void whatOnlyABacktrackingEngineCanDoIsRefused(String expression) {
        assertThat(Pattern.compile(expression)).isNotNull();

        assertThatThrownBy(() -> ValueTest.of(new ValueMatch.Regex(expression)))
                .isInstanceOf(PatternSyntaxException.class);
        assertThatThrownBy(() -> PathCondition.of(RouteMatch.builder()
                        .path(new PathMatch.Regex(expression))
                        .build()))
                .isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void anExpressionThatStallsOthersIsDecided() {
        assertThat(ValueTest.of(new ValueMatch.Regex(ENDLESS)).passes(MANY)).isFalse();
        assertThat(ValueTest.of(new ValueMatch.Regex(ENDLESS)).passes(MANY + "b"))
                .isTrue();
        assertThat(SmallMesh.text(get("{uri: {regex: '/" + ENDLESS + "'}}", "/" + MANY)))
                .isEqualTo("404 NR");
        assertThat(SmallMesh.text(get("{queryParams: {q: {regex: '" + ENDLESS + "'}}}", "/?q=" + MANY + "b")))
                .isEqualTo("418");
    }

    @Test
    void anExpressionThatRepeatsWithoutBoundIsRefusedBeforeItFillsTheMemory() {
        String huge = "((((a{100}){100}){100}){100}){100}";

        assertThatThrownBy(() -> ValueTest.of(new ValueMatch.Regex(huge))).isInstanceOf(PatternSyntaxException.class);
        ProxyAnswer answer = get("{uri: {regex: '/" + huge + "'}}", "/aa");
        assertThat(SmallMesh.text(answer)).isEqualTo("404 NR");
        assertThat(answer.findings()).anyMatch(finding -> finding.contains("not an RE2 expression"));
    }

    @Test
    void anExpressionThatIsNotRe2TakesTheRouteConfigurationDown() {
        ProxyAnswer answer = get("{uri: {regex: '/(a)\\1'}}", "/aa");

        assertThat(SmallMesh.text(answer)).isEqualTo("404 NR");
        assertThat(answer.findings()).anyMatch(finding -> finding.contains("not an RE2 expression"));
    }
}
