package io.eastwest.model.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Documents made by chance, and whether the validation functions of istio 1.30.3 took them, warned or refused them. The
 * verdicts were recorded by calling {@code pkg/config/validation}; they are never edited to fit.
 */
class IstioVerdictsTest {
    @Test
    void istioSaysTheSame() throws IOException {
        List<String> differences = new ArrayList<>();
        Set<String> verdicts = new TreeSet<>();
        int count = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        IstioVerdictsTest.class.getResourceAsStream("/validation/istio-verdicts.jsonl"), "verdicts"),
                UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = new ObjectMapper().readTree(line);
                String recorded = row.path("verdict").asText();
                String document = row.path("document").toString();
                verdicts.add(recorded);
                count++;
                if (!verdict(document).equals(recorded)) {
                    differences.add("not " + recorded + ": " + document);
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(verdicts).containsExactly("accepted", "error", "warning");
        assertThat(count).isGreaterThan(300);
    }

    private static String verdict(String document) {
        List<Issue> issues = new ArrayList<>();
        for (Manifest manifest :
                ManifestReader.pruning().read("a.yaml", document).orThrow()) {
            issues.addAll(MeshValidation.check(manifest, EnumSet.of(ValidationLayer.WEBHOOK)));
        }
        return issues.stream().anyMatch(Issue::isError) ? "error" : issues.isEmpty() ? "accepted" : "warning";
    }
}
