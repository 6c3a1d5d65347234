package io.eastwest.render.lint;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.forecast.InstallForecast;
import io.eastwest.render.forecast.IstiodValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds mistakes in how Istio is installed, by what the API server, the operator and the charts make of it. Pure and
 * thread-safe.
 */
public final class InstallLinter {
    private InstallLinter() {}

    /**
     * Checks the installation of a mesh.
     *
     * @param mesh the mesh
     * @return all mistakes, by cluster
     */
    public static List<LintFinding> check(MeshSnapshot mesh) {
        return check(mesh.clusters().stream()
                .map(cluster -> LintInput.of(mesh, cluster))
                .toList());
    }

    /**
     * Checks clusters of one mesh.
     *
     * @param clusters what is installed in each
     * @return all mistakes, by cluster
     */
    public static List<LintFinding> check(List<LintInput> clusters) {
        List<LintFinding> findings = new ArrayList<>();
        Set<String> primaries = new LinkedHashSet<>();
        clusters.forEach(cluster -> releases(cluster).stream()
                .filter(release -> release.chart() == HelmChart.istiod)
                .map(IstiodValues::of)
                .filter(values -> !values.isRemote())
                .forEach(values -> primaries.add(values.revision())));
        for (LintInput cluster : clusters) {
            LintReport report = new LintReport(cluster, findings);
            SailChecks.check(cluster, report);
            cluster.releases().forEach(release -> HelmChecks.check(release, report));
            InstallForecast forecast = InstallForecast.ofSail(cluster.platform(), resources(cluster));
            forecast.releases()
                    .forEach(release -> ControlPlaneChecks.check(release, subject(release), primaries, report));
            cluster.releases()
                    .forEach(release ->
                            ControlPlaneChecks.check(release, "release " + release.name(), primaries, report));
        }
        return Collections.unmodifiableList(findings);
    }

    private static List<HelmRelease> releases(LintInput cluster) {
        List<HelmRelease> releases = new ArrayList<>(
                InstallForecast.ofSail(cluster.platform(), resources(cluster)).releases());
        releases.addAll(cluster.releases());
        return releases;
    }

    static List<MeshResource> resources(LintInput cluster) {
        return cluster.manifests().stream().map(Manifest::resource).toList();
    }

    /** The operator calls the release of the chart after the revision. */
    private static String subject(HelmRelease release) {
        String name = release.name();
        return "Istio/" + (name.endsWith("-istiod") ? name.substring(0, name.length() - "-istiod".length()) : name);
    }
}
