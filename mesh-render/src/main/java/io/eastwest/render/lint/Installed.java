package io.eastwest.render.lint;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterPlatform;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.InjectionPath;
import io.eastwest.render.forecast.InstallForecast;
import io.eastwest.render.forecast.IstiodValues;
import java.util.List;
import java.util.Optional;

/** The control planes that the resources of a cluster install. */
final class Installed {
    private Installed() {}

    static List<IstiodValues> all(MeshSnapshot mesh, String cluster) {
        ClusterPlatform platform = mesh.topology()
                .spec()
                .cluster(cluster)
                .flatMap(ClusterTopology::platform)
                .orElse(ClusterPlatform.kubernetes);
        return InstallForecast.ofSail(
                        platform,
                        mesh.manifests(cluster).stream().map(Manifest::resource).toList())
                .releases()
                .stream()
                .filter(release -> release.chart() == HelmChart.istiod)
                .map(IstiodValues::of)
                .toList();
    }

    static List<IstiodValues> primaries(MeshSnapshot mesh, String cluster) {
        return all(mesh, cluster).stream().filter(values -> !values.isRemote()).toList();
    }

    static Optional<IstiodValues> remote(MeshSnapshot mesh, String cluster) {
        return all(mesh, cluster).stream().filter(IstiodValues::isRemote).findFirst();
    }

    /** Name that proxies of a cluster report; that of the topology where nothing says otherwise. */
    static String reported(MeshSnapshot mesh, String cluster) {
        Optional<IstiodValues> remote = remote(mesh, cluster);
        if (remote.isPresent()) {
            return InjectionPath.environment(remote.get().injectionPath())
                    .getOrDefault(InjectionPath.CLUSTER, remote.get().clusterName());
        }
        List<IstiodValues> primaries = primaries(mesh, cluster);
        return primaries.size() == 1 ? primaries.get(0).clusterName() : cluster;
    }
}
