package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a verified token leaves behind. */
class VerifiedClaimsTest {
    private static final Origin ORIGIN = new Origin(ResourceKey.of("", "RequestAuthentication", "a", "b"), "");

    private static JwtToken token(Map<String, Object> claims) {
        return JwtToken.builder().issuer("i").claims(claims).build();
    }

    private static String header(Object value) {
        return VerifiedClaims.headerValue(token(Map.of("c", value)), "c").orElse("-");
    }

    private static String json(Object value) {
        return new String(Base64.getDecoder().decode(header(value)), StandardCharsets.UTF_8);
    }

    @Test
    void textsThatAreListsAreSplit() {
        JwtFilterRule rule = JwtFilterRule.builder()
                .issuer("i")
                .addSpaceDelimitedClaim("roles")
                .origin(ORIGIN)
                .build();

        assertThat(VerifiedClaims.of(
                        token(Map.of("scope", "a b", "permission", "c", "roles", "d e", "other", "f g", "n", 1)), rule))
                .containsOnly(
                        Map.entry("iss", "i"),
                        Map.entry("scope", List.of("a", "b")),
                        Map.entry("permission", List.of("c")),
                        Map.entry("roles", List.of("d", "e")),
                        Map.entry("other", "f g"),
                        Map.entry("n", 1));
    }

    @Test
    void anIssuerAmongTheClaimsIsKept() {
        JwtToken without = JwtToken.builder().claims(Map.of("iss", "claimed")).build();

        assertThat(VerifiedClaims.headerValue(without, "iss")).hasValue("claimed");
        assertThat(VerifiedClaims.headerValue(token(Map.of("iss", "claimed")), "iss"))
                .hasValue("i");
        assertThat(VerifiedClaims.headerValue(JwtToken.builder().build(), "iss"))
                .isEmpty();
    }

    @Test
    void aClaimIsFoundByItsPath() {
        JwtToken token = token(Map.of("a", Map.of("b", Map.of("c", "x"))));

        assertThat(VerifiedClaims.headerValue(token, "a.b.c")).hasValue("x");
        assertThat(VerifiedClaims.headerValue(token, "a.c")).isEmpty();
        assertThat(VerifiedClaims.headerValue(token, "a.b.c.d")).isEmpty();
    }

    @Test
    void simpleValuesAreWrittenAsTheyAre() {
        assertThat(header("x")).isEqualTo("x");
        assertThat(header(true)).isEqualTo("true");
        assertThat(header(41)).isEqualTo("41");
        assertThat(header(12_345_678L)).isEqualTo("12345678");
        assertThat(header(100.0)).isEqualTo("100");
        assertThat(header(1.23456789)).isEqualTo("1.23457");
        assertThat(header(0.5)).isEqualTo("0.5");
    }

    @Test
    void othersAreJsonInBase64() {
        Map<String, Object> map = new TreeMap<>();
        map.put("b", List.of(1, true));
        map.put("a", "q\"\\\n\u001fä");

        assertThat(json(map)).isEqualTo("{\"a\":\"q\\\"\\\\\\u000a\\u001fä\",\"b\":[1,true]}");
        assertThat(json(List.of())).isEqualTo("[]");
    }
}
