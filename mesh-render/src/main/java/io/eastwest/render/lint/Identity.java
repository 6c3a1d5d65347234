package io.eastwest.render.lint;

import io.eastwest.model.issue.IssueText;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import io.eastwest.render.forecast.InjectionPath;
import io.eastwest.render.forecast.InstallForecast;
import io.eastwest.render.forecast.IstiodValues;
import java.util.List;

/** Who an installation takes itself for. */
final class Identity {
    private Identity() {}

    static String of(IstiodValues values) {
        return (values.isRemote() ? "the cluster is called " : "istiod calls its cluster ")
                + IssueText.quote(values.clusterName()) + " and puts it into " + network(values.network());
    }

    static String ofZtunnel(InstallForecast forecast) {
        return forecast.object("DaemonSet", "ztunnel")
                .map(ztunnel -> "ztunnel calls its cluster " + IssueText.quote(ztunnel.env(InjectionPath.CLUSTER))
                        + " and puts it into " + network(ztunnel.env("NETWORK")))
                .orElse("there is no ztunnel");
    }

    static String of(InstallForecast forecast) {
        List<HelmRelease> istiods = forecast.releases().stream()
                .filter(release -> release.chart() == HelmChart.istiod)
                .toList();
        return istiods.isEmpty() ? ofZtunnel(forecast) : of(IstiodValues.of(istiods.get(0)));
    }

    private static String network(String network) {
        return network.isEmpty() ? "no network" : "network " + IssueText.quote(network);
    }
}
