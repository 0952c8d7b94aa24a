/** A data key under the one that replaced it, as main sealed it once; what main writes and what the page reads must agree on it. */
export const shippedFormer = {
  dataKey: 'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
  older: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',
  former: {
    keyId: 'key-7',
    iv: 'PruQ0dp5NwS6s9i2',
    sealed: 'DJmjAfagfLBT0vq2KFzoFPtec4JVfLKz2duT5C5JohEGI3AaQOOPijs7mysSpWHX',
  },
}
