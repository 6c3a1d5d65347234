package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @Nested
    class Parsing {
        @ParameterizedTest
        @CsvSource({
            "10s, PT10S",
            "1.5s, PT1.5S",
            "1m, PT1M",
            "1h2m3.5s, PT1H2M3.5S",
            "100ms, PT0.1S",
            ".5s, PT0.5S",
            "5.s, PT5S",
            "0, PT0S",
            "+0, PT0S",
            "-0, PT0S",
            "0s, PT0S",
            "-1.5h, PT-1H-30M",
            "+5us, PT0.000005S",
            "3\u00b5s, PT0.000003S",
            "3\u03bcs, PT0.000003S",
            "1ns, PT0.000000001S",
            "0.9ns, PT0S",
            "1m1m, PT2M",
            "2562047h47m16.854775807s, PT2562047H47M16.854775807S",
            "-9223372036854775808ns, PT-2562047H-47M-16.854775808S"
        })
        void readsWhatGoReads(String text, Duration expected) {
            assertThat(GoDuration.parse(text)).contains(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "+",
                    "-",
                    ".",
                    ".s",
                    "10",
                    "1d",
                    "5 s",
                    "s",
                    "1s ",
                    " 1s",
                    "1S",
                    "1h-1m",
                    "--1s",
                    "1.2.3s",
                    "9223372036854775808ns",
                    "9999999999h",
                    "\u0661s",
                    "1e3s"
                })
        void refusesWhatGoRefuses(String text) {
            assertThat(GoDuration.parse(text)).isEmpty();
        }
    }

    @Nested
    class Formatting {
        @ParameterizedTest
        @CsvSource({
            "PT0S, 0s",
            "PT1H, 1h",
            "PT90M, 90m",
            "PT1M, 1m",
            "PT90S, 90s",
            "PT1.5S, 1.5s",
            "PT0.1S, 100ms",
            "PT0.0015S, 1.5ms",
            "PT0.0000015S, 1.5us",
            "PT0.000000001S, 1ns",
            "PT-1.5S, -1.5s",
            "PT-0.25S, -250ms",
            "PT1S, 1s",
            "PT-1S, -1s",
            "PT0.001S, 1ms",
            "PT-0.001S, -1ms",
            "PT0.000001S, 1us",
            "PT-0.000001S, -1us",
            "PT-0.000000999S, -999ns",
            "PT-1H, -1h",
            "PT1.000000001S, 1.000000001s"
        })
        void takesOneNumberAndOneUnit(Duration duration, String expected) {
            assertThat(GoDuration.format(duration)).isEqualTo(expected);
        }

        @Test
        void refusesWhatSixtyFourBitsOfNanosecondsCannotHold() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> GoDuration.format(Duration.ofDays(200_000)))
                    .withMessage("a Go duration holds at most 292 years but this is PT4800000H");
        }
    }
}
