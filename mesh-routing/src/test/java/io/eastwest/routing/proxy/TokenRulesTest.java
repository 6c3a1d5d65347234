package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.JwtFilterRuleBuilder;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules look for tokens, what they say of them, and what they leave of the request. */
class TokenRulesTest {
    private static final Origin ORIGIN = new Origin(ResourceKey.of("", "RequestAuthentication", "a", "b"), "");
    private static final String TOKEN = "<token>";
    private final List<String> findings = new ArrayList<>();

    private static JwtFilterRuleBuilder rule(String issuer) {
        return JwtFilterRule.builder().issuer(issuer).origin(ORIGIN);
    }

    private static RequestState request(String path, String... headers) {
        HeaderLines lines = HeaderLines.empty();
        for (int i = 0; i < headers.length; i += 2) {
            lines.append(headers[i], headers[i + 1]);
        }
        return new RequestState(new Trace(TraceSink.NONE), "GET", "http", "shop", path, lines);
    }

    private static JwtFilterRuleBuilder everywhere() {
        return rule("i")
                .addFromHeader(new JwtFilterRule.HeaderLocation("X-A", ""))
                .addFromHeader(new JwtFilterRule.HeaderLocation("x-b", "P "))
                .addFromParam("t")
                .addFromCookies("c");
    }

    @Test
    void theLastLocationComesFirst() {
        RequestState request = request("/?t=3", "x-a", "1", "x-b", "P 2", "cookie", "b=9; c=4");

        assertThat(new TokenSearch(everywhere().build()).find(request)).containsExactly("4", "3", "2", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "'P abc', abc",
        "'x P abc', abc",
        "'P  \"abc.D-_9\" x', abc.D-_9",
        "'P <token> x', <token>",
        "'P !<token>', <token>",
        "'P !!', 'P !!'",
        "'P ', 'P '",
        "'p abc', -",
        "'abc', -"
    })
    void behindAPrefixIsWhatIsWrittenLikeAToken(String value, String found) {
        JwtFilterRule prefixed = rule("i")
                .addFromHeader(new JwtFilterRule.HeaderLocation("x-b", "P "))
                .build();

        assertThat(new TokenSearch(prefixed).find(request("/", "x-b", value)))
                .isEqualTo(found.equals("-") ? List.of() : List.of(found));
    }

    @Test
    void withoutLocationTheUsualOnesAreLookedAt() {
        RequestState request = request("/?access_token=2", "authorization", "Bearer 1");

        assertThat(new TokenSearch(rule("i").build()).find(request)).containsExactly("2", "1");
        assertThat(new TokenSearch(rule("i").addFromParam("x").build()).find(request))
                .isEmpty();
        assertThat(new TokenSearch(rule("i").addFromCookies("x").build()).find(request))
                .isEmpty();
    }

    @Test
    void aTokenIsTakenOffHeadersAndQueryButNotOffCookies() {
        RequestState request = request("/?t=3&u=5", "x-a", "1", "x-b", "other", "cookie", "c=4");
        new TokenSearch(everywhere().build()).remove(request);

        assertThat(request.path()).isEqualTo("/?u=5");
        assertThat(request.headers().all()).containsExactly(new Header("x-b", "other"), new Header("cookie", "c=4"));
    }

    @Nested
    class AToken {
        private JwtStatus verify(JwtToken token, JwtFilterRuleBuilder rule) {
            return new TokenCheck(Optional.of(token))
                    .verify(rule.build(), request("/", "authorization", "Bearer " + TOKEN));
        }

        private JwtStatus verify(Map<String, Object> claims) {
            return verify(JwtToken.builder().claims(claims).build(), rule(""));
        }

        @Test
        void hasClaimsOfTheRightKind() {
            assertThat(verify(Map.of("iss", 7))).isEqualTo(JwtStatus.ISSUER_NO_TEXT);
            assertThat(verify(Map.of("sub", 7))).isEqualTo(JwtStatus.SUBJECT_NO_TEXT);
            assertThat(verify(Map.of("jti", 7))).isEqualTo(JwtStatus.IDENTIFIER_NO_TEXT);
            assertThat(verify(Map.of("aud", 7))).isEqualTo(JwtStatus.AUDIENCE_NO_TEXT);
            assertThat(verify(Map.of("aud", List.of("a", 7)))).isEqualTo(JwtStatus.AUDIENCE_NO_TEXT);
            assertThat(verify(Map.of("iss", "i", "sub", "s", "jti", "j", "aud", List.of("a"))))
                    .isEqualTo(JwtStatus.OK);
            assertThat(verify(
                            JwtToken.builder()
                                    .issuer("i")
                                    .claims(Map.of("iss", 7))
                                    .build(),
                            rule("i")))
                    .isEqualTo(JwtStatus.OK);
        }

        @Test
        void isOfTheIssuerAndTheAudience() {
            JwtToken claimed =
                    JwtToken.builder().claims(Map.of("iss", "i", "aud", "a")).build();

            assertThat(verify(claimed, rule("i"))).isEqualTo(JwtStatus.OK);
            assertThat(verify(claimed, rule("j"))).isEqualTo(JwtStatus.UNKNOWN_ISSUER);
            assertThat(verify(claimed, rule("i").addAudience("b").addAudience("a")))
                    .isEqualTo(JwtStatus.OK);
            assertThat(verify(claimed, rule("i").addAudience("b"))).isEqualTo(JwtStatus.AUDIENCE);
            assertThat(verify(JwtToken.builder().issuer("i").build(), rule("i").addAudience("b")))
                    .isEqualTo(JwtStatus.AUDIENCE);
        }

        @ParameterizedTest
        @CsvSource({"a, BAD_FORMAT", "a.b, BAD_FORMAT", "a.b.c, BAD_HEADER", "a.b.c.d, BAD_FORMAT"})
        void isNoOtherText(String text, JwtStatus status) {
            assertThat(new TokenCheck(Optional.empty())
                            .verify(rule("i").build(), request("/", "authorization", "Bearer " + text)))
                    .isEqualTo(status);
        }

        @Test
        void isMissingWhereNoneIsFound() {
            assertThat(new TokenCheck(Optional.empty()).verify(rule("i").build(), request("/")))
                    .isEqualTo(JwtStatus.MISSED);
        }

        /** All that are found have to pass. */
        @Test
        void doesNotMakeUpForAnother() {
            JwtToken good = JwtToken.builder().issuer("i").build();

            assertThat(new TokenCheck(Optional.of(good))
                            .verify(rule("i").build(), request("/?access_token=x", "authorization", "Bearer " + TOKEN)))
                    .isEqualTo(JwtStatus.BAD_FORMAT);
        }
    }

    @Nested
    class SeveralRules {
        private String run(JwtToken token, JwtFilterRuleBuilder... rules) {
            RequestState request = request("/", "authorization", "Bearer " + TOKEN, "x-sub", "fake", "x-p", "fake");
            JwtFilter filter = new JwtFilter(
                    List.of(rules).stream().map(JwtFilterRuleBuilder::build).toList(), false);
            JwtStatus status = new JwtDecision(filter, new Trace(TraceSink.NONE), findings::add)
                    .run(request, Optional.of(token), () -> {});
            return status + " "
                    + request.headers().all().stream()
                            .map(header -> header.name() + "=" + header.value())
                            .toList();
        }

        @Test
        void theFirstThatVerifiesChangesTheRequest() {
            JwtToken token =
                    JwtToken.builder().issuer("j").claims(Map.of("sub", "ana")).build();

            assertThat(run(
                            token,
                            rule("i"),
                            rule("j")
                                    .addOutputClaimToHeader(new Header("X-Sub", "sub"))
                                    .outputPayloadToHeader("x-p"),
                            rule("j").forwardsToken(true)))
                    .isEqualTo("OK [x-sub=ana]");
            assertThat(findings)
                    .containsExactly("header x-p gets the payload of the token, which is not known for a token that is"
                            + " given by its claims");
        }

        @Test
        void theReasonThatSaysMostIsGiven() {
            JwtToken expired = JwtToken.builder().issuer("j").expired(true).build();
            String headers = " [authorization=Bearer <token>, x-sub=fake, x-p=fake]";

            assertThat(run(expired, rule("i"), rule("j"))).isEqualTo("EXPIRED" + headers);
            assertThat(run(expired, rule("j"), rule("i"))).isEqualTo("EXPIRED" + headers);
            assertThat(run(expired, rule("i"), rule("k"))).isEqualTo("UNKNOWN_ISSUER" + headers);
            assertThat(run(expired, rule("x").addFromParam("none"), rule("y").addFromParam("none")))
                    .isEqualTo("OK" + headers);
            assertThat(run(expired, rule("x").addFromParam("none"), rule("i"))).isEqualTo("UNKNOWN_ISSUER" + headers);
        }
    }
}
