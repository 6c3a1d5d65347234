package io.eastwest.pki.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiffeIdTest {
    @Test
    void isWrittenAsIstioWritesIt() {
        assertThat(SpiffeId.of("cluster.local", "a", "b")).hasToString("spiffe://cluster.local/ns/a/sa/b");
        assertThat(SpiffeId.of("me@corp", "a", "b")).hasToString("spiffe://me.corp/ns/a/sa/b");
    }

    @Test
    void readingWhatIsWrittenIsTheSame() {
        assertThat(SpiffeId.parse("spiffe://td/ns/a/sa/b")).isEqualTo(SpiffeId.of("td", "a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spiffe://td/ns/a/sa/b/x",
                "spiffe://td/ns/a",
                "https://td/ns/a/sa/b",
                "spiffe://td/ns//sa/b",
                "spiffe:///ns/a/sa/b",
                "spiffe://td/sa/a/ns/b",
                ""
            })
    void otherFormsAreRefused(String uri) {
        assertThat(SpiffeId.tryParse(uri)).isEmpty();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> SpiffeId.parse(uri))
                .satisfies(e -> assertThat(e.code()).isEqualTo(TrustCode.SPIFFE_ID_INVALID));
    }

    @Test
    void emptyPartsAndTooLongOnesAreRefused() {
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> SpiffeId.of("td", "", "b"));
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> SpiffeId.of("td", "a", ""));
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> SpiffeId.of("td", "a/b", "c"));
        assertThatExceptionOfType(PkiException.class).isThrownBy(() -> SpiffeId.of("td", "a", "b".repeat(2048)));
    }

    @Nested
    class TrustDomainNames {
        @ParameterizedTest
        @ValueSource(strings = {"istio.io.", "Td1", "a", "cluster.local", "a-b.c"})
        void ofIstioAreAccepted(String name) {
            assertThat(TrustDomains.check(name, "trustDomain")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a..b",
                    "a_b",
                    "-a",
                    "a-",
                    ".",
                    "a.b..",
                    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                })
        void othersAreRefused(String name) {
            assertThat(TrustDomains.check(name, "trustDomain"))
                    .hasValueSatisfying(
                            finding -> assertThat(finding.code()).isEqualTo(TrustCode.TRUST_DOMAIN_INVALID));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Td1", "istio.io.", "a_b", ""})
        void outsideOfTheStandardAreNotBuiltWith(String name) {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> TrustDomains.requireStrict(name, "trustDomain"));
        }
    }

    @Nested
    class Aliases {
        @Test
        void repeatAnIdentityInEveryDomain() {
            assertThat(TrustDomains.expand(List.of("spiffe://td1/ns/d/sa/d"), List.of("td1", "td2")))
                    .containsExactly("spiffe://td1/ns/d/sa/d", "spiffe://td2/ns/d/sa/d");
        }

        @Test
        void leaveOtherNamesAsTheyAre() {
            assertThat(TrustDomains.expand(List.of("foo.example.com"), List.of("td2")))
                    .containsExactly("foo.example.com");
        }
    }
}
