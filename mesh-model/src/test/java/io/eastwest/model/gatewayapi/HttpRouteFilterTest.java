package io.eastwest.model.gatewayapi;

import static io.eastwest.model.gatewayapi.GatewayApiYaml.issues;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRouteFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {type: URLRewrite}; MISSING_FIELD; spec.rules[0].filters[0].urlRewrite
            {urlRewrite: {}}; MISSING_FIELD; spec.rules[0].filters[0].type
            {type: Rewrite, urlRewrite: {}}; UNKNOWN_ENUM_VALUE; spec.rules[0].filters[0].type
            {type: CORS, urlRewrite: {}}; ONEOF_CONFLICT; spec.rules[0].filters[0].urlRewrite
            {type: CORS, cors: {}, urlRewrite: {}}; ONEOF_CONFLICT; spec.rules[0].filters[0]
            {type: URLRewrite, urlRewrite: {path: {type: ReplaceFullPath}}}; MISSING_FIELD; spec.rules[0].filters[0].urlRewrite.path.replaceFullPath
            """)
    void needsExactlyTheMemberThatItsTypeNames(String filter, IssueCode code, String path) {
        List<Issue> issues = issues("HTTPRoute", "{rules: [{filters: [" + filter + "]}]}");

        assertThat(issues).extracting(Issue::code).containsExactly(code);
        assertThat(issues.get(0).path()).hasToString(path);
    }

    @Test
    void ofGrpcRoutesKnowsOnlyWhatMakesSenseForGrpc() {
        List<Issue> issues = issues("GRPCRoute", "{rules: [{filters: [{type: CORS}]}]}");

        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.UNKNOWN_ENUM_VALUE);
    }

    @Test
    void isMatchedByItsArm() {
        HttpRouteFilter filter = new HttpRouteFilter.UrlRewrite(
                HttpUrlRewrite.builder().path(HttpPathModifier.prefix("")).build());

        String arm = filter.match(
                any -> "request headers",
                any -> "response headers",
                any -> "mirror",
                any -> "redirect",
                rewrite -> pathOf(rewrite.rewrite()),
                any -> "extension",
                any -> "cors",
                any -> "auth");

        assertThat(arm).isEqualTo("<>");
    }

    @Test
    void ofGrpcRoutesIsMatchedByOneOfFourArms() {
        GrpcRouteFilter filter = new HttpRouteFilter.ExtensionRef(LocalObjectReference.builder()
                .group("example.com")
                .kind("Filter")
                .name("a")
                .build());

        String arm = filter.match(
                any -> "request headers",
                any -> "response headers",
                any -> "mirror",
                extension -> extension.reference().name());

        assertThat(arm).isEqualTo("a");
    }

    private static String pathOf(HttpUrlRewrite rewrite) {
        return rewrite.path().orElseThrow().match(full -> full.path(), prefix -> "<" + prefix.prefix() + ">");
    }
}
