package io.eastwest.render.install;

import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.forecast.HelmRelease;
import java.util.Optional;

/**
 * A file for another tool than kubectl.
 *
 * @param artefact what it installs
 * @param path its path below the plan
 * @param text its text
 * @param command what installs it
 * @param release the Helm release; empty for istioctl
 */
record ToolFile(Artefact artefact, String path, String text, String command, Optional<HelmRelease> release) {
    static ToolFile of(InstalledCluster cluster, Artefact artefact, HelmRelease release) {
        String path =
                "install/" + cluster.name() + "/" + number(artefact, release) + "-" + release.name() + ".values.yaml";
        String command = "helm --kube-context=" + cluster.name() + " upgrade --install " + release.name() + " istio/"
                + release.chart() + " --version " + cluster.version().substring(1) + " -n " + release.namespace()
                + " -f " + path + " --wait";
        return new ToolFile(artefact, path, ManifestWriter.toYaml(release.values()), command, Optional.of(release));
    }

    private static String number(Artefact artefact, HelmRelease release) {
        return switch (release.chart()) {
            case base -> "14";
            case cni -> "15";
            case istiod -> artefact == Artefact.HOSTED_CONTROL_PLANE ? "17" : "16";
            case ztunnel -> "19";
            case gateway -> "31";
        };
    }
}
