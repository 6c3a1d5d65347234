package io.eastwest.render.report;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.issue.Issue;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.trust.ClusterAuthentication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mesh on one page: clusters and networks, services and where they run, who reaches whom, what each failure does, trust, and
 * findings with file and line. Immutable.
 *
 * <pre>{@code
 * ReadResult<MeshSnapshot> read = MeshSnapshot.read(Path.of("mesh"));
 * MeshReport report = MeshReport.of(MeshRouter.of(read.orThrow()), Instant.parse("2026-11-29T00:00:00Z"));
 * Files.writeString(Path.of("mesh.html"), report.withIssues(read.issues()).toHtml());
 * }</pre>
 *
 * <p>The page needs no network and holds no reference to one. What it says of calls is what {@link MeshRouter#decide} answers.
 */
public final class MeshReport {
    /** At most this many cells of the failure matrix are shown; the page says how many rows are left out. */
    public static final int MOST_CELLS = 50_000;

    private final MeshRouter router;
    private final Instant time;
    private final Optional<MatrixAxes> axes;
    private final List<Issue> issues;

    private MeshReport(MeshRouter router, Instant time, Optional<MatrixAxes> axes, List<Issue> issues) {
        this.router = requireNonNull(router, "router");
        this.time = requireNonNull(time, "time");
        this.axes = requireNonNull(axes, "axes");
        this.issues = List.copyOf(issues);
    }

    /**
     * A report of the calls and failures that the mesh itself gives, see {@link MatrixAxes#of(MeshRouter)}.
     *
     * @param router the mesh
     * @param time when certificates must be valid
     * @return the report
     */
    public static MeshReport of(MeshRouter router, Instant time) {
        return new MeshReport(router, time, Optional.empty(), List.of());
    }

    /**
     * Chooses calls and failures.
     *
     * @param chosen who calls what, and what breaks
     * @return this report with those
     */
    public MeshReport withAxes(MatrixAxes chosen) {
        return new MeshReport(router, time, Optional.of(chosen), issues);
    }

    /**
     * Adds what was found when the mesh was read: a snapshot does not remember it.
     *
     * @param found issues of a reader
     * @return this report with those, and no others that were given before
     */
    public MeshReport withIssues(List<Issue> found) {
        return new MeshReport(router, time, axes, found);
    }

    /**
     * Makes the page.
     *
     * @return one HTML document, the same bytes for the same mesh
     * @throws IllegalArgumentException if the mesh has no such caller, or there are too many calls to ask, see
     *     {@link FailureMatrix#of(MeshRouter, MatrixAxes)}
     */
    public String toHtml() {
        HtmlText html = new HtmlText();
        MatrixAxes asked = axes.orElseGet(() -> MatrixAxes.of(router));
        new ReportPage(
                        router,
                        asked,
                        FailureMatrix.of(router, asked),
                        ClusterAuthentication.of(router.snapshot(), time),
                        ReportFinding.all(router, time, issues))
                .write(html);
        return html.toString();
    }

    @Override
    public String toString() {
        return "MeshReport{" + router.snapshot() + "}";
    }
}
