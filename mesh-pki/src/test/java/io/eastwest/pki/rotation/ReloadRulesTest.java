package io.eastwest.pki.rotation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.pki.Fixtures;
import io.eastwest.pki.bundle.TrustBundle;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadRulesTest {
    private static final Map<String, TrustBundle> ROOTS = new TreeMap<>(Map.of(
            "R1", Fixtures.mesh("R1", "a").roots(),
            "R2", Fixtures.mesh("R2", "a").roots(),
            "R3", Fixtures.mesh("R3", "a").roots()));

    @ParameterizedTest(name = "{0} to {1}, several roots allowed: {2}")
    @CsvSource({
        "R1, R1, false, SIGNER_TAKEN",
        "R1, R1, true, SIGNER_TAKEN",
        "R1, R1 R2, false, IGNORED_UNTIL_RESTART",
        "R1, R1 R2, true, ROOTS_TAKEN",
        "R1 R2, R2, true, ROOTS_TAKEN",
        "R1, R2, true, REFUSED",
        "R1 R2, R2 R1, true, ROOTS_TAKEN",
        "R1 R2, R2 R1, false, IGNORED_UNTIL_RESTART",
        "R1 R2, R2 R3, true, REFUSED"
    })
    void changeOfRoots(String current, String changed, boolean multiRoot, ReloadDecision expected) {
        assertThat(ReloadRules.decide(bundle(current), bundle(changed), multiRoot))
                .isEqualTo(expected);
    }

    @Test
    void formattingDoesNotMatterForSets() {
        byte[] pem = bundle("R1").pem();
        byte[] spaced = ("a root of ours\n" + new String(pem, US_ASCII) + "\n\n").getBytes(US_ASCII);

        assertThat(ReloadRules.decide(pem, spaced, true)).isEqualTo(ReloadDecision.ROOTS_TAKEN);
        assertThat(ReloadRules.decide(pem, spaced, false)).isEqualTo(ReloadDecision.IGNORED_UNTIL_RESTART);
    }

    @Test
    void emptyOrUnreadableRootsAreRefused() {
        assertThat(ReloadRules.decide(bundle("R1").pem(), new byte[0], true)).isEqualTo(ReloadDecision.REFUSED);
        assertThat(ReloadRules.decide(bundle("R1").pem(), "no roots".getBytes(US_ASCII), true))
                .isEqualTo(ReloadDecision.REFUSED);
    }

    private static TrustBundle bundle(String names) {
        return Arrays.stream(names.split(" "))
                .map(ROOTS::get)
                .reduce(TrustBundle::union)
                .orElseThrow();
    }
}
