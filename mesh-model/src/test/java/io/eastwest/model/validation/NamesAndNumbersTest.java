package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.StringMatch;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small texts and numbers that many kinds share. */
class NamesAndNumbersTest {
    private static final String LONG = "a".repeat(63);

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(strings = {"a", "Foo-1", "0", "a--b"})
        void aLabelIsLettersDigitsAndInnerHyphens(String text) {
            assertThat(DnsNames.isLabel(text)).isTrue();
            assertThat(DnsNames.isLabel(LONG)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "a-", "a_b", "a.b", "\u00e4", "*"})
        void aLabelIsNothingElse(String text) {
            assertThat(DnsNames.isLabel(text)).isFalse();
            assertThat(DnsNames.isLabel(LONG + "a")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "a.b.", "1.2.3.4.", "a.1b", "a.99999999999999999999"})
        void anFqdnIsLabelsOfWhichTheLastIsNoNumber(String text) {
            assertThat(DnsNames.isFqdn(text)).isTrue();
            assertThat(DnsNames.isFqdn((LONG + ".").repeat(3) + LONG)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "a..b", "1.2.3.4", "5", "*.a", "a.b-", "a.-5"})
        void anFqdnIsNothingElse(String text) {
            assertThat(DnsNames.isFqdn(text)).isFalse();
            assertThat(DnsNames.isFqdn((LONG + ".").repeat(4) + "a")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "*.a.b", "*foo.b", "*-foo.b", "*foo", "a", "5", "a.", "*.a."})
        void aWildcardStandsInTheFirstPart(String text) {
            assertThat(DnsNames.isWildcardDomain(text)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a.*.b", "a*.b", "**.b", "*-.b", "*.5", "*.*", "a.5", "*..b"})
        void aWildcardStandsNowhereElse(String text) {
            assertThat(DnsNames.isWildcardDomain(text)).isFalse();
        }

        @Test
        void faultsAreReported() {
            assertThat(Found.by((path, issues) -> DnsNames.checkLabel("a_b", path, issues)))
                    .containsExactly("ERROR f: must be 1 to 63 letters, digits and inner hyphens but was \"a_b\";"
                            + " use a name such as http-web TEXT_MALFORMED");
            assertThat(Found.by((path, issues) -> DnsNames.checkFqdn("*.a", path, issues)))
                    .containsExactly("ERROR f: must be a DNS name without a wildcard but was \"*.a\";"
                            + " use a name such as web.shop.svc.cluster.local HOST_INVALID");
            assertThat(Found.by((path, issues) -> DnsNames.checkWildcardDomain("a.*.b", path, issues)))
                    .containsExactly("ERROR f: must be a DNS name, a wildcard only in its first part, but was"
                            + " \"a.*.b\"; use a name such as web.shop.com or *.shop.com HOST_INVALID");
        }
    }

    @Nested
    class Scopes {
        @ParameterizedTest
        @ValueSource(strings = {"*", "./a.b", "*/*", "ns/*.a.b", "a.b", "1.2.3.4", "ns/1.2.3.4", "::ffff:1.2.3.4"})
        void gatewaysTakeNamesWildcardsAndIpv4(String text) {
            assertThat(Found.by((path, issues) -> HostScopes.checkGatewayHost(text, false, path, issues)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"foo", "*foo.com", "::1", "/a.b", "ns/", "a_b/a.b", "~/a.b", "", "ns/a/b.c", "a.5"})
        void gatewaysTakeNothingElse(String text) {
            assertThat(Found.by((path, issues) -> HostScopes.checkGatewayHost(text, false, path, issues)))
                    .singleElement()
                    .asString()
                    .contains("but was \"" + text + "\"", "HOST_INVALID");
        }

        @Test
        void gatewaysOfTheGatewayApiTakeNowhereToo() {
            assertThat(Found.by((path, issues) -> HostScopes.checkGatewayHost("~/a.b", true, path, issues)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"~/*", "./a.b", "*/*", "ns/*.a.b"})
        void sidecarsTakeNamespaceAndHost(String text) {
            assertThat(Found.by((path, issues) -> HostScopes.checkSidecarHost(text, path, issues)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"a.b", "*/foo", "ns/1.2.3.4", "ns/*a.b", "/a.b", "a_b/a.b"})
        void sidecarsTakeNothingElse(String text) {
            assertThat(Found.by((path, issues) -> HostScopes.checkSidecarHost(text, path, issues)))
                    .hasSize(1);
        }
    }

    @Nested
    class Numbers {
        @Test
        void portsAreOneTo65535() {
            assertThat(Found.by((path, issues) -> Quantities.checkPort(1, path, issues)))
                    .isEmpty();
            assertThat(Found.by((path, issues) -> Quantities.checkPort(65_535, path, issues)))
                    .isEmpty();
            assertThat(Found.by((path, issues) -> Quantities.checkPort(65_536, path, issues)))
                    .containsExactly("ERROR f: must be a port from 1 to 65535 but was 65536; use a port in range"
                            + " PORT_INVALID");
            assertThat(Found.by((path, issues) -> Quantities.checkOptionalPort(OptionalInt.of(0), path, issues)))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"PT0.001S, true", "PT1H, true", "PT0S, false", "PT0.0015S, false", "PT-1S, false"})
        void durationsAreWholeMilliseconds(Duration duration, boolean fine) {
            assertThat(Found.by((path, issues) -> Quantities.checkDuration(duration, path, issues))
                            .isEmpty())
                    .isEqualTo(fine);
        }

        @Test
        void percentagesAreUpTo100() {
            assertThat(Found.by((path, issues) -> Quantities.checkPercent(OptionalInt.of(100), path, issues)))
                    .isEmpty();
            assertThat(Found.by((path, issues) -> Quantities.checkPercent(OptionalInt.of(101), path, issues)))
                    .containsExactly("ERROR f: must be a percentage from 0 to 100 but was 101; use a number in range"
                            + " NUMBER_OUT_OF_BOUNDS");
        }

        @ParameterizedTest
        @CsvSource({"0, true", "0.0001, true", "100, true", "0.00005, false", "100.5, false", "-1, false", "NaN, false"
        })
        void sharesAreNotTooSmallToCount(double percent, boolean fine) {
            assertThat(Found.by((path, issues) -> Quantities.checkShare(percent, path, issues))
                            .isEmpty())
                    .isEqualTo(fine);
        }
    }

    @Nested
    class Labels {
        @ParameterizedTest
        @ValueSource(strings = {"app", "a.b/c_d", "App-1", "topology.istio.io/network"})
        void namesMayHaveADnsPrefix(String name) {
            assertThat(LabelMaps.isName(name)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/a", "a/", "a/b/c", "-a", "a b", "a_b/c"})
        void namesAreNothingElse(String name) {
            assertThat(LabelMaps.isName(name)).isFalse();
            assertThat(LabelMaps.isName("a".repeat(64))).isFalse();
            assertThat(LabelMaps.isName("a".repeat(254) + "/a")).isFalse();
        }

        @Test
        void valuesMayBeEmpty() {
            assertThat(Found.by((path, issues) -> LabelMaps.check(Collections.singletonMap("a", ""), path, issues)))
                    .isEmpty();
            assertThat(Found.by((path, issues) -> LabelMaps.check(Collections.singletonMap("a", "-"), path, issues)))
                    .containsExactly("ERROR f.a: must be letters, digits and inner -_. but was \"-\";"
                            + " use a value such as web-1.2 LABEL_INVALID");
        }
    }

    @Nested
    class Matches {
        @Test
        void expressionsAreRe2() {
            assertThat(Expressions.fault(".*")).isEmpty();
            assertThat(Expressions.fault("*")).isNotEmpty();
            assertThat(Expressions.fault("(?=a)")).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "((((a{100}){100}){100}){100}){100}",
                    "(a{10}){101}",
                    "(?:a{2,}b){501}",
                    "(a{1,40}?){30}",
                    "((a{11})*){100}",
                    "a{1001}"
                })
        void expressionsDoNotRepeatMoreOften(String expression) {
            assertThat(Expressions.fault(expression)).isNotEmpty();
            assertThat(Expressions.fault("(".repeat(1001) + ")".repeat(1001))).isNotEmpty();
        }

        @Test
        void expressionsAreNeitherEmptyNorLong() {
            assertThat(Found.by((path, issues) -> Expressions.checkRegex("", path, issues)))
                    .containsExactly("ERROR f: must be a regular expression but was \"\"; use such as .* or remove it"
                            + " REGEX_INVALID");
            assertThat(Found.by((path, issues) -> Expressions.checkRegex("\u00e4".repeat(513), path, issues)))
                    .containsExactly("ERROR f: must be a regular expression of at most 1024 bytes but has 1026;"
                            + " shorten it REGEX_INVALID");
            assertThat(Found.by((path, issues) -> Expressions.checkRegex("\u00e4".repeat(512), path, issues)))
                    .isEmpty();
        }

        @Test
        void prefixesAreNotEmptyUnlessOfAPath() {
            assertThat(Found.by((path, issues) -> Expressions.check(StringMatch.prefix(""), path, issues)))
                    .containsExactly("ERROR f.prefix: must not be empty; add text, or write {} to match any value"
                            + " TEXT_TOO_SHORT");
            assertThat(Found.by((path, issues) -> Expressions.checkRegexOnly(StringMatch.prefix(""), path, issues)))
                    .isEmpty();
            assertThat(Found.by((path, issues) -> Expressions.check(StringMatch.exact(""), path, issues)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "\t",
                "100%%",
                "%HOSTNAME%",
                "%REQ(x)%",
                "%START_TIME(%s)%",
                "%A([\"b\" , \"c\"])% d",
                "%A(b\\))%",
                "%()x)%",
                "%A(a\"] ) %"
            })
    void headerValuesHoldVariables(String value) {
        assertThat(HeaderValueSyntax.isValid(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50%",
                "%A",
                "a\n",
                "\u007f",
                "%A()%",
                "%A(b)",
                "%A(b) c%",
                "%A([b])%",
                "%A([\"b\" c])%",
                "%A([\"b\"",
                "%A(\\",
                "%A%%",
                "%A([\"b\",c])%"
            })
    void headerValuesCloseTheirVariables(String value) {
        assertThat(HeaderValueSyntax.isValid(value)).isFalse();
    }

    @Test
    void destinationsAreOneHostWithSubsetAndPort() {
        Destination fine = Destination.subset("*.a.com", "v1").onPort(80);
        Destination wrong = Destination.builder()
                .host("*")
                .subset("v_1")
                .port(PortSelector.empty())
                .build();

        assertThat(Found.by((path, issues) -> Destinations.check(fine, path, issues)))
                .isEmpty();
        assertThat(Found.by((path, issues) -> Destinations.check(wrong, path, issues)))
                .containsExactly(
                        "ERROR f.host: must be one host but was \"*\"; name the host to send to HOST_INVALID",
                        "ERROR f.port.number: must be a port from 1 to 65535 but was 0; use a port in range PORT_INVALID",
                        "ERROR f.subset: must be 1 to 63 letters, digits and inner hyphens but was \"v_1\";"
                                + " use a name such as v1 TEXT_MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({
        "'.,ns2', true",
        "'*', true",
        "'own', true",
        "'*,a', false",
        "'.,own', false",
        "'~', false",
        "'a_b', false"
    })
    void exportIsToDifferentNamespacesOrAll(String entries, boolean fine) {
        List<String> exportTo = List.of(entries.split(","));

        assertThat(Found.by((path, issues) -> ExportToRules.check(exportTo, "own", path, issues))
                        .isEmpty())
                .isEqualTo(fine);
    }

    @Test
    void serviceEntriesAreExportedToNobodyAlone() {
        assertThat(Found.by((path, issues) -> ExportToRules.checkServiceEntry(List.of("~"), "own", path, issues)))
                .isEmpty();
        assertThat(Found.by((path, issues) -> ExportToRules.checkServiceEntry(List.of("~", "a"), "own", path, issues)))
                .containsExactly(
                        "ERROR f: has ~, which is nobody, beside other entries; leave only one entry EXPORT_TO_INVALID");
    }
}
