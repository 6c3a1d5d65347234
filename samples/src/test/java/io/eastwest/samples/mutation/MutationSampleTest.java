package io.eastwest.samples.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.testing.coverage.CoverageItem;
import io.eastwest.testing.mutation.MutantFate;
import io.eastwest.testing.mutation.MutationReport;
import org.junit.jupiter.api.Test;

/** How good are my mesh tests? */
class MutationSampleTest {
    @Test
    void nobodyTestsWhatTestersGet() {
        assertThat(MutationSample.coverage(MutationSample.router()).missed())
                .extracting(CoverageItem::cluster, CoverageItem::path)
                .contains(tuple("cluster-1", "spec.http[0]"), tuple("cluster-2", "spec.http[0]"));
    }

    @Test
    void survivorsComeWithTheExpectationThatIsMissing() {
        MutationReport report = MutationSample.mutants(MutationSample.router());

        assertThat(report.with(MutantFate.KILLED)).isNotEmpty();
        assertThat(report.with(MutantFate.SURVIVED))
                .isNotEmpty()
                .anySatisfy(survivor -> assertThat(survivor.expectation())
                        .startsWith("- call: {url: 'http://mybackend-app.my-backend.svc.cluster.local:8080/'"));
    }
}
