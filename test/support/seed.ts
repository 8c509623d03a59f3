import fc from "fast-check";

// The same cases in every run, so that a failure is the change's and not the day's.
fc.configureGlobal({ seed: 20230808 });
