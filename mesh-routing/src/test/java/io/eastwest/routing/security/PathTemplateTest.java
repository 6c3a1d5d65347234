package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    @ParameterizedTest
    @CsvSource({
        "/allow/admin/{**}, /allow/admin/, true",
        "/allow/admin/{**}, /allow/admin/temp.txt, true",
        "/allow/admin/{**}, /allow/admin/a/b, true",
        "/allow/admin/{**}, /allow/admin, false",
        "/foo/{*}/bar/{**}, /foo/buzz/bar/bat.txt, true",
        "/foo/{*}/bar/{**}, /foo//bar/bat.txt, false",
        "/foo/{*}/bar/{**}, /foo/bar/bat.txt, false",
        "/foo/{*}/bar/{**}, /foo/a/b/bar/x, false",
        "/store/{**}/cart, /store//cart, true",
        "/store/{**}/cart, /store/foo/bar/cart, true",
        "/store/{**}/cart, /store/cart, false",
        "/foo/{**}/, /foo/bar/, true",
        "/foo/{**}/, /foo/bar/baz.txt, false",
        "/a.c/{*}, /abc/x, false",
        "/a/{*}, '/a/x=1;y:@z%20', true",
        "/a/{*}, '/a/x*', true",
        "/a/{**}, '/a/*/b', true",
        "/a/{*}, '/a/[x]', false",
        "/a/{*}, '/a/ü', false"
    })
    void segmentsStandForOneOrMany(String template, String path, boolean matches) {
        assertThat(PathTemplate.isTemplate(template)).isTrue();
        assertThat(PathTemplate.of(template).test(path)).isEqualTo(matches);
    }
}
