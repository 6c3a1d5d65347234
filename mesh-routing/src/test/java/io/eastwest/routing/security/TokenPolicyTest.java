package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.TCP;
import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.manifest;
import static io.eastwest.routing.security.SecuredApp.plain;
import static io.eastwest.routing.security.SecuredApp.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.call.JwtTokenBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPolicyTest {
    private static final String ISSUER = "https://id.example/a";

    private static String authentication(String name, String rule) {
        return manifest("RequestAuthentication", "foo", name, "{jwtRules: [" + rule + "]}");
    }

    private static JwtTokenBuilder token(String subject) {
        return JwtToken.builder().issuer(ISSUER).claims(Map.of("sub", subject));
    }

    private static HttpRequestBuilder with(JwtTokenBuilder token) {
        return get("/").token(token.build());
    }

    private static SecuredApp requiring(String principal) {
        return SecuredApp.under(
                authentication("ra", "{issuer: '" + ISSUER + "'}"),
                policy("p", "{rules: [{from: [{source: {requestPrincipals: ['" + principal + "']}}]}]}"));
    }

    @Test
    void tokensAreVerifiedWhereThereAreAny() {
        SecuredApp app = SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "'}"));

        assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
        assertThat(app.http(by(WEB), with(token("ana")))).isEqualTo("200");
        assertThat(app.http(by(WEB), with(token("ana").expired(true)))).isEqualTo("401");
        assertThat(app.http(by(WEB), with(token("ana").issuer("https://else")))).isEqualTo("401");
        assertThat(app.http(by(WEB), with(token("ana").knownKey(false)))).isEqualTo("401");
        assertThat(app.http(by(WEB), get("/").addHeader(new Header("authorization", "Bearer garbage"))))
                .isEqualTo("401");
        assertThat(app.tcp(plain(TCP))).isEqualTo("ok");
    }

    @Test
    void aRequiredTokenThatIsMissingIsForbidden() {
        SecuredApp app = requiring(ISSUER + "/*");

        assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
        assertThat(app.http(by(WEB), with(token("ana")))).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({
        "*, 200",
        "https://id.example/a/ana, 200",
        "https://id.example/a/bob, 403",
        "*/ana, 200",
        "*example/a/ana, 200",
        "*na, 200",
        "https://id.example/a/*, 200",
        "https://id.example/a/an*, 200",
        "https:*, 200",
        "https://id*, 403",
        "*/*, 403",
        "ana, 403"
    })
    void requestPrincipalsSplitAtTheLastSlash(String principal, String status) {
        assertThat(requiring(principal).http(by(WEB), with(token("ana")))).isEqualTo(status);
    }

    @Test
    void withoutRequestAuthenticationNoTokenIsRead() {
        SecuredApp allows = SecuredApp.under(policy("p", "{rules: [{from: [{source: {requestPrincipals: ['*']}}]}]}"));
        SecuredApp denies = SecuredApp.under(
                policy("p", "{action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]}"));

        assertThat(allows.http(by(WEB), with(token("ana")))).isEqualTo("403");
        assertThat(denies.http(by(WEB), with(token("ana")))).isEqualTo("403");
    }

    @Test
    void audiencesOfTheRuleAreRequired() {
        SecuredApp app = SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "', audiences: [a]}"));

        assertThat(app.http(by(WEB), with(token("ana").putClaim("aud", List.of("x", "a")))))
                .isEqualTo("200");
        assertThat(app.http(by(WEB), with(token("ana").putClaim("aud", "b")))).isEqualTo("403");
    }

    @Test
    void rulesOfAllPoliciesArePooled() {
        SecuredApp app = SecuredApp.under(
                authentication("i", "{issuer: '" + ISSUER + "'}"),
                authentication("j", "{issuer: j}"),
                policy("p", "{rules: [{from: [{source: {requestPrincipals: ['j/*']}}]}]}"));

        assertThat(app.http(by(WEB), with(token("ana")))).isEqualTo("403");
        assertThat(app.http(by(WEB), with(token("ana").issuer("j")))).isEqualTo("200");
    }

    @Test
    void explicitLocationsSwitchTheUsualOnesOff() {
        SecuredApp app = SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "', fromParams: [token]}"));

        assertThat(app.http(by(WEB), with(token("ana").expired(true)))).isEqualTo("200");
    }

    @Test
    void aVerifiedTokenIsGoneBeforePoliciesLook() {
        String deny = policy(
                "p", "{action: DENY, rules: [{when: [{key: 'request.headers[authorization]', values: ['*']}]}]}");
        SecuredApp kept =
                SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "', forwardOriginalToken: true}"), deny);

        assertThat(SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "'}"), deny)
                        .http(by(WEB), with(token("ana"))))
                .isEqualTo("200");
        assertThat(kept.http(by(WEB), with(token("ana")))).isEqualTo("403");
    }

    @Test
    void claimsMatchTextsAndElementsOfLists() {
        SecuredApp app = SecuredApp.under(
                authentication("ra", "{issuer: '" + ISSUER + "'}"),
                policy("p", "{rules: [{when: [{key: 'request.auth.claims[realm][groups]', values: [dev*]}]}]}"));

        assertThat(app.http(
                        by(WEB), with(token("ana").putClaim("realm", Map.of("groups", List.of("ops", "developers"))))))
                .isEqualTo("200");
        assertThat(app.http(by(WEB), with(token("ana").putClaim("realm", Map.of("groups", "dev")))))
                .isEqualTo("200");
        assertThat(app.http(by(WEB), with(token("ana").putClaim("realm", Map.of("groups", 7)))))
                .isEqualTo("403");
        assertThat(app.http(by(WEB), with(token("ana")))).isEqualTo("403");
    }

    @Test
    void aPreflightIsNotVerified() {
        SecuredApp app = SecuredApp.under(authentication("ra", "{issuer: '" + ISSUER + "'}"));
        HttpRequestBuilder preflight = with(token("ana").expired(true))
                .method("OPTIONS")
                .addHeader(new Header("access-control-request-method", "GET"));

        assertThat(app.http(by(WEB), preflight)).isEqualTo("401");
        assertThat(app.http(by(WEB), preflight.addHeader(new Header("origin", "https://x"))))
                .isEqualTo("200");
    }
}
