package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that is there in both of its spellings is read past once, whatever stands before and behind it. */
class SecondSpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{mirror_percent: 1, mirrorPercent: 2}",
                "{mirrorPercent: 2, mirror_percent: 1}",
                "{headers: {}, mirror_percent: 1, mirrorPercent: 2}",
                "{headers: {request: {}}, mirror_percent: 1, mirrorPercent: 2, name: a}",
                "{route: [], mirror_percent: 1, name: a, mirrorPercent: 2}",
                "{directResponse: {status: 3}, mirrorPercent: 2, mirror_percent: 1}",
            })
    void isOneWarning(String route) {
        ReadResult<?> read = ManifestReader.strict()
                .read(
                        "f.yaml",
                        "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a}, spec: {http: ["
                                + route + "]}}");

        assertThat(read.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.path()).hasToString("spec.http[0].mirror_percent"))
                .matches(issue -> !issue.isError());
        assertThat(read.issues()).extracting(Issue::message).allMatch(message -> message.startsWith("second spelling"));
    }
}
