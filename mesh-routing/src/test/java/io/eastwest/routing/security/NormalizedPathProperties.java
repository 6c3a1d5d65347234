package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Paths that are the same after normalisation (3.7 of security-ambient.md, the default BASE) get the same verdict. */
class NormalizedPathProperties {
    private static final List<SecuredApp> APPS = List.of(
            SecuredApp.under(policy("p", "{rules: [{to: [{operation: {paths: [/admin]}}]}]}")),
            SecuredApp.under(policy("p", "{rules: [{to: [{operation: {paths: [\"/admin/*\"]}}]}]}")),
            SecuredApp.under(policy("p", "{action: DENY, rules: [{to: [{operation: {paths: [\"*/x\"]}}]}]}")),
            SecuredApp.under(policy("p", "{action: DENY, rules: [{to: [{operation: {notPaths: [\"/app*\"]}}]}]}")));

    @Provide
    Arbitrary<List<String>> segments() {
        return Arbitraries.of("admin", "app", "x", "a-b").list().ofMinSize(1).ofMaxSize(3);
    }

    /** Ways to write the slash before a segment. */
    @Provide
    Arbitrary<List<String>> slashes() {
        return Arbitraries.of("/", "/./", "/gone/../", "\\").list().ofSize(3);
    }

    @Property(tries = 200)
    void equalPathsGetEqualVerdicts(
            @ForAll("segments") List<String> segments,
            @ForAll("slashes") List<String> slashes,
            @ForAll boolean encoded) {
        StringBuilder plain = new StringBuilder();
        StringBuilder odd = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            plain.append('/').append(segments.get(i));
            String slash = i == 0 && slashes.get(i).equals("\\") ? "/" : slashes.get(i);
            odd.append(slash).append(encoded ? segments.get(i).replace("a", "%61") : segments.get(i));
        }
        for (SecuredApp app : APPS) {
            assertThat(app.http(by(WEB), get(odd.toString())))
                    .as("%s and %s", plain, odd)
                    .isEqualTo(app.http(by(WEB), get(plain.toString())));
        }
    }
}
