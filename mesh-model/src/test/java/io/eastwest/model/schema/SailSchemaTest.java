package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.SailKinds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SailSchemaTest {
    private static final String DEFINITIONS = "sail-operator-1.30.3-crds.yaml";
    /** The definitions have the probe of Kubernetes here, of which Istio does not take every form. */
    private static final String NOT_ISTIOS = "readinessProbe";

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryVersionSurvivesReadingAndWriting() {
        return CrdFile.read(DEFINITIONS).stream().flatMap(schema -> schema.roundTrips(NOT_ISTIOS));
    }

    @Test
    void aProbeIsReadAsIstioReadsIt() {
        assertThat(readWithProbe("{\"httpGet\": {\"path\": \"/ready\", \"port\": 80}, \"periodSeconds\": 2}"))
                .isEmpty();
        assertThat(readWithProbe("{\"tcpSocket\": {\"port\": \"http\"}}"))
                .extracting(Issue::code)
                .containsExactly(IssueCode.WRONG_TYPE);
        assertThat(readWithProbe("{\"terminationGracePeriodSeconds\": 2}"))
                .extracting(Issue::code)
                .containsExactly(IssueCode.UNKNOWN_FIELD);
    }

    private static List<Issue> readWithProbe(String probe) {
        return ManifestReader.strict()
                .read(
                        "istio.json",
                        "{\"apiVersion\": \"sailoperator.io/v1\", \"kind\": \"Istio\", \"metadata\": {\"name\": \"default\"},"
                                + "\"spec\": {\"values\": {\"meshConfig\": {\"defaultConfig\": {\"readinessProbe\": "
                                + probe + "}}}}}")
                .issues();
    }

    @Test
    void theKindsAndVersionsAreThoseOfTheOperator() {
        assertThat(SailKinds.all().stream()
                        .<String>flatMap(kind -> kind.servedVersions().stream().map(version -> name(kind, version))))
                .containsExactlyInAnyOrderElementsOf(CrdFile.read(DEFINITIONS).stream()
                        .map(schema -> schema.kind() + " " + schema.version())
                        .toList());
    }

    private static String name(KindDefinition<?> kind, String version) {
        return kind.kind() + " " + version;
    }
}
