package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.CallDraft;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.TlsClientHello;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What clients speak, as values of axes. */
class CallSpeechTest {
    private static Call call(CallDraft draft) {
        return draft.from("web", "shop", "c1");
    }

    @Nested
    class InTls {
        @Test
        void offersItsProtocolsInOrder() {
            assertThat(CallSpeech.offer(call(Call.tcp("a", 443).inTls("a.example", "h2", "http/1.1"))))
                    .isEqualTo("=h2,http/1.1");
            assertThat(CallSpeech.offer(call(Call.tcp("a", 443).inTls("a.example"))))
                    .isEmpty();
            assertThat(CallSpeech.offer(call(Call.tcp("a", 443)))).isEmpty();
        }

        @Test
        void asksForAServerNameOrNone() {
            assertThat(CallSpeech.serverName(call(Call.tcp("a", 443).inTls("b.example"))))
                    .isEqualTo("=b.example");
            assertThat(CallSpeech.serverName(call(Call.tcp("a", 443).inTls(""))))
                    .isEmpty();
        }

        @Test
        void wouldAskForTheHostWhereItIsNotSpoken() {
            assertThat(CallSpeech.serverName(call(Call.tcp("A.example", 443)))).isEqualTo("=a.example");
        }

        @Test
        void isReadAsItIsWritten() {
            TlsClientHello hello = CallSpeech.hello("=a.example", "=h2,http/1.1");

            assertThat(hello.serverName()).contains("a.example");
            assertThat(hello.applicationProtocols()).containsExactly("h2", "http/1.1");
            assertThat(CallSpeech.hello("", "").serverName()).isEmpty();
            assertThat(CallSpeech.hello("", "").applicationProtocols()).isEmpty();
        }
    }

    @Nested
    class OfHttpOrOtherBytes {
        private final Call get = call(Call.get("http://a.example/"));

        @Test
        void isNamed() {
            assertThat(CallSpeech.of(get)).isEqualTo(CallSpeech.HTTP_1);
            assertThat(CallSpeech.of(call(Call.tcp("a", 80)))).isEqualTo(CallSpeech.BYTES);
        }

        @Test
        void isARequestOfItsVersionOrNone() {
            assertThat(CallSpeech.request(CallSpeech.BYTES, CallSpeech.request(get)))
                    .isEmpty();
            assertThat(CallSpeech.request(CallSpeech.HTTP_1, CallSpeech.request(get)))
                    .isEqualTo(get.request());
            assertThat(CallSpeech.request(CallSpeech.HTTP_2, CallSpeech.request(get))
                            .orElseThrow()
                            .version())
                    .isEqualTo(HttpVersion.HTTP_2);
        }

        @Test
        void standsForARequestToTheHostWhereItIsNone() {
            assertThat(CallSpeech.request(call(Call.tcp("a.example", 90))).authority())
                    .isEqualTo("a.example:90");
        }
    }
}
