package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tokens are looked for: security-ambient.md 4.1, point 2, and envoy extractor.cc. */
class TokenLocationTest {
    private static String answer(String location, String header, String value) {
        SecuredApp app = SecuredApp.under(
                manifest("RequestAuthentication", "foo", "ra", "{jwtRules: [{issuer: a, " + location + "}]}"));
        return app.http(by(WEB), get("/").addHeader(new Header(header, value)));
    }

    /** What stands behind the prefix is a token, and no token that verifies; without the prefix nothing is. */
    @ParameterizedTest
    @CsvSource({
        "'Pass abc', 401",
        "'My Pass abc', 401",
        "'pass abc', 200",
        "'abc', 200",
        "'Pass !!!', 401",
        "'Pass', 200"
    })
    void aPrefixIsLookedForAnywhere(String value, String status) {
        assertThat(answer("fromHeaders: [{name: X-Ticket, prefix: 'Pass '}]", "x-ticket", value))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"theme=dark; session=abc, 401", "theme=abc, 200", "xsession=abc, 200"})
    void cookiesAreLookedForByName(String value, String status) {
        assertThat(answer("fromCookies: [session]", "cookie", value)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc, 401", "bearer abc, 200", "Basic abc, 200"})
    void bearerTokensAreLookedForByDefault(String value, String status) {
        assertThat(answer("audiences: []", "authorization", value)).isEqualTo(status);
    }
}
