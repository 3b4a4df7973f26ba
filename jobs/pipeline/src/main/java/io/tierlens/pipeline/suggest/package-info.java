/** What a run.yaml for a folder of logs would say, with the reason of each guess. */
package io.tierlens.pipeline.suggest;
