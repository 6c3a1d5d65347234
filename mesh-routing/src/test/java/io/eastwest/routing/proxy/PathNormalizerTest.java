package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.PathNormalizationLevel;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNormalizerTest {
    @ParameterizedTest
    @CsvSource({
        "/app/../admin,      /app/../admin,      /admin,            /admin,          /admin",
        "/app//,             /app//,             /app//,            /app/,           /app/",
        "/app%2f/,           /app%2f/,           /app%2f/,          /app%2f/,        /app/",
        "/app%5Cx,           /app%5Cx,           /app%5Cx,          /app%5Cx,        /app/x",
        "//admin,            //admin,            //admin,           /admin,          /admin",
        "/app?next=/a//../b, /app?next=/a//../b, /app?next=/a//../b, /app?next=/a//../b, /app?next=/a//../b",
        "/app/%2E./admin,    /app/%2E./admin,    /admin,            /admin,          /admin",
        "/x/%2e%2e/a,        /x/%2e%2e/a,        /a,                /a,              /a",
        "/%61,               /%61,               /a,                /a,              /a",
        "/../a,              /../a,              /a,                /a,              /a",
        "/app/.,             /app/.,             /app/,             /app/,           /app/",
        "/app/..,            /app/..,            /,                 /,               /",
        "/app\\admin,        /app\\admin,        /app/admin,        /app/admin,      /app/admin",
        "/app//../admin,     /app//../admin,     /app/admin,        /app/admin,      /app/admin",
        "/%252e%252e/admin,  /%252e%252e/admin,  /%252e%252e/admin, /%252e%252e/admin, /%252e%252e/admin",
        "/xyz%30..//abc,     /xyz%30..//abc,     /xyz0..//abc,      /xyz0../abc,     /xyz0../abc",
        "/app#foo,           /app,               /app,              /app,            /app",
        "/..;/admin,         /..;/admin,         /..;/admin,        /..;/admin,      /..;/admin",
        "/Admin,             /Admin,             /Admin,            /Admin,          /Admin",
        "/.../admin,         /.../admin,         /.../admin,        /.../admin,      /.../admin",
        "/a%zz,              /a%zz,              /a%zz,             /a%zz,           /a%zz",
    })
    void everyLevelDoesWhatItSays(String sent, String none, String base, String merge, String decode) {
        assertThat(PathNormalizer.normalize(sent, PathNormalizationLevel.NONE)).contains(none);
        assertThat(PathNormalizer.normalize(sent, PathNormalizationLevel.BASE)).contains(base);
        assertThat(PathNormalizer.normalize(sent, PathNormalizationLevel.MERGE_SLASHES))
                .contains(merge);
        assertThat(PathNormalizer.normalize(sent, PathNormalizationLevel.DECODE_AND_MERGE_SLASHES))
                .contains(decode);
    }

    @Test
    void zeroByteHasNoNormalForm() {
        assertThat(PathNormalizer.normalize("/admin%00", PathNormalizationLevel.NONE))
                .contains("/admin%00");
        assertThat(PathNormalizer.normalize("/admin%00", PathNormalizationLevel.BASE))
                .isEqualTo(Optional.empty());
    }

    @Test
    void textBeyondAsciiIsEncodedByteByByte() {
        assertThat(PathNormalizer.normalize("/caf\u00e9 x", PathNormalizationLevel.BASE))
                .contains("/caf%C3%A9%20x");
    }
}
