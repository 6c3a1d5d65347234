package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoUrlTest {
    /** Texts and what Go 1.26 makes of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            ~a~ ^ not a URL
            ~/a~ ^ scheme:
            ~*~ ^ scheme:
            ~http~ ^ not a URL
            ~http:~ ^ scheme:http
            ~http:/~ ^ scheme:http
            ~http://~ ^ scheme:http
            ~http://a~ ^ scheme:http
            ~HTTP://A/b?c#d~ ^ scheme:http
            ~https://a:80~ ^ scheme:https
            ~https://a:~ ^ scheme:https
            ~https://a:b~ ^ not a URL
            ~https://a:80:90~ ^ not a URL
            ~oci://r/x:y~ ^ scheme:oci
            ~ftp://a~ ^ scheme:ftp
            ~file:///a~ ^ scheme:file
            ~file:a~ ^ scheme:file
            ~a:80~ ^ scheme:a
            ~a:b~ ^ scheme:a
            ~1a://b~ ^ not a URL
            ~+a://b~ ^ not a URL
            ~a+b.c-1://d~ ^ scheme:a+b.c-1
            ~a_b://c~ ^ not a URL
            ~:a~ ^ not a URL
            ~//a~ ^ scheme:
            ~//a:b~ ^ not parsed
            ~/a:b~ ^ scheme:
            ~a/b:c~ ^ not a URL
            ~http://a b~ ^ not a URL
            ~http://a/b c~ ^ scheme:http
            ~http://[::1]~ ^ scheme:http
            ~http://[::1]:80~ ^ scheme:http
            ~http://[::1~ ^ not a URL
            ~http://[::1]x~ ^ not a URL
            ~http://[::1]:x~ ^ not a URL
            ~http://a[::1]~ ^ not a URL
            ~http://[a]~ ^ not a URL
            ~http://[fe80::1%25en0]~ ^ scheme:http
            ~http://[fe80::1%en0]~ ^ not a URL
            ~http://[fe80::1%25%41]~ ^ scheme:http
            ~http://[fe80::1%25%5b]~ ^ scheme:http
            ~http://%41~ ^ not a URL
            ~http://%25~ ^ scheme:http
            ~http://%e2~ ^ scheme:http
            ~http://%zz~ ^ not a URL
            ~http://a/%zz~ ^ not a URL
            ~http://a/%4~ ^ not a URL
            ~http://a/%~ ^ not a URL
            ~http://a/%41~ ^ scheme:http
            ~/%zz~ ^ not a URL
            ~a#b~ ^ not a URL
            ~/a#b~ ^ scheme:
            ~/a#%zz~ ^ not a URL
            ~http://a#b~ ^ not a URL
            ~http://a#%zz~ ^ not a URL
            ~http://a#~ ^ not a URL
            ~?a~ ^ not a URL
            ~/?%zz~ ^ scheme:
            ~http://u@a~ ^ scheme:http
            ~http://u:p@a~ ^ scheme:http
            ~http://u p@a~ ^ not a URL
            ~http://u%20@a~ ^ scheme:http
            ~http://u%zz@a~ ^ not a URL
            ~http://u@v@a~ ^ scheme:http
            ~http://u/@a~ ^ scheme:http
            ~http://é~ ^ scheme:http
            ~http://a\\b~ ^ not a URL
            ~http://a"b~ ^ scheme:http
            ~http://a<b>~ ^ scheme:http
            ~http://a|b~ ^ not a URL
            ~http://a{b}~ ^ not a URL
            ~http://a`b~ ^ not a URL
            ~http://a,b;c=d~ ^ scheme:http
            ~http://a?b~ ^ scheme:http
            ~http://a??~ ^ scheme:http
            ~http://?~ ^ scheme:http
            ~http:///~ ^ scheme:http
            ~http://:80~ ^ scheme:http
            ~http://@~ ^ scheme:http
            ~http://@a~ ^ scheme:http
            ~http ://a~ ^ not a URL
            ~mailto:x y~ ^ scheme:mailto
            ~mailto:%zz~ ^ scheme:mailto
            ~x:?y~ ^ scheme:x
            ~x:#%zz~ ^ not parsed
            ~http://a:٣~ ^ not a URL
            ~http://a/é~ ^ scheme:http
            ~http://a@b@c:80~ ^ scheme:http
            ~http://a:80/x:y~ ^ scheme:http
            """)
    void readsAsGoDoes(String text, String answer) {
        String ours =
                GoUrl.isUrl(text) ? GoUrl.scheme(text).map("scheme:"::concat).orElse("not parsed") : "not a URL";

        assertThat(ours).isEqualTo(answer);
    }

    @Test
    void refusesControlCharactersAndOtherTextsThatATableCannotHold() {
        assertThat(new String[] {"", "http://a\n", "http://a\t", "\u007f", " http://a", "#a", "http://a^b"})
                .noneMatch(GoUrl::isUrl);
    }
}
