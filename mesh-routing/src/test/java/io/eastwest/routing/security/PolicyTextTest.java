package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTextTest {
    @Test
    void valuesAreQuotedAndCutAfterEightyCharacters() {
        assertThat(PolicyText.quoted("a".repeat(80))).isEqualTo('"' + "a".repeat(80) + '"');
        assertThat(PolicyText.quoted("a".repeat(81))).isEqualTo('"' + "a".repeat(80) + "...\"");
        assertThat(PolicyText.list(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "destination.ip, true",
        "destination.port, true",
        "connection.sni, true",
        "experimental.envoy.filters.network.x[key], true",
        "source.ip, false",
        "remote.ip, false",
        "source.namespace, false",
        "source.principal, false",
        "source.trustDomain, false",
        "source.serviceAccount, false",
        "request.auth.principal, false",
        "request.auth.audiences, false",
        "request.auth.presenter, false",
        "request.auth.claims[a], false",
        "request.headers[x], false"
    })
    void aConditionIsAboutTheOperationOrTheCaller(String key, boolean operation) {
        assertThat(ConditionKey.of(key, "foo"))
                .hasValueSatisfying(known -> assertThat(known.operation()).isEqualTo(operation));
    }

    @Test
    void otherKeysAreNotKnown() {
        assertThat(ConditionKey.of("source.labels", "foo")).isEmpty();
        assertThat(ConditionKey.of("", "foo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "request.headers, true",
        "request.headers[, true",
        "request.headers[x, true",
        "request.headersx], true",
        "request.headers[x], false",
        "request.headers[], false",
        "request.auth.claims, false",
        "request.auth.claims[a][b], false",
        "request.auth.claims[a, true",
        "request.auth.claimsa, true",
        "request.auth.claims[a]b, true",
        "request.auth.claims[a[b]], false",
        "experimental.envoy.filters.x, true",
        "experimental.envoy.filters.[, false"
    })
    void aNameStandsInBrackets(String key, boolean malformed) {
        ConditionKey known = ConditionKey.of(key, "foo").orElseThrow();

        if (malformed) {
            assertThat(known.field()).isSameAs(UntestedFields.MALFORMED);
        } else {
            assertThat(known.field()).isNotSameAs(UntestedFields.MALFORMED);
        }
    }
}
