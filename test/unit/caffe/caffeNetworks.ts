/** Networks as Caffe's own examples describe them. */

const conv = (name: string, bottom: string, settings: string) =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}"
  param { lr_mult: 1 } # and twice that for the bias
  convolution_param { ${settings} weight_filler { type: "xavier" } } }`;
const pool = (name: string, bottom: string, size: number) =>
  `layer { name: "${name}" type: "Pooling" bottom: "${bottom}" top: "${name}"
  pooling_param { pool: MAX kernel_size: ${size} stride: 2 } }`;
const inner = (name: string, bottom: string, outputs: number) =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} } }`;
/** In the place of what it takes. */
const relu = (name: string, blob: string) =>
  `layer { name: "${name}" type: "ReLU" bottom: "${blob}" top: "${blob}" }`;
const norm = (name: string, bottom: string) =>
  `layer { name: "${name}" type: "LRN" bottom: "${bottom}" top: "${name}" lrn_param { local_size: 5 alpha: 0.0001 beta: 0.75 } }`;

/** examples/mnist/lenet.prototxt */
export const lenet = `name: "LeNet"
layer { name: "data" type: "Input" top: "data" input_param { shape: { dim: 64 dim: 1 dim: 28 dim: 28 } } }
${conv('conv1', 'data', 'num_output: 20 kernel_size: 5 stride: 1')}
${pool('pool1', 'conv1', 2)}
${conv('conv2', 'pool1', 'num_output: 50 kernel_size: 5 stride: 1')}
${pool('pool2', 'conv2', 2)}
${inner('ip1', 'pool2', 500)}
${relu('relu1', 'ip1')}
${inner('ip2', 'ip1', 10)}
layer { name: "prob" type: "Softmax" bottom: "ip2" top: "prob" }
`;

/** models/bvlc_alexnet/deploy.prototxt, with the input as older files name it. */
export const alexnet = `name: 'AlexNet'
input: "data"
input_dim: 10
input_dim: 3
input_dim: 227
input_dim: 227
${conv('conv1', 'data', 'num_output: 96, kernel_size: 11, stride: 4')}
${relu('relu1', 'conv1')}
${norm('norm1', 'conv1')}
${pool('pool1', 'norm1', 3)}
${conv('conv2', 'pool1', 'num_output: 256 pad: 2 kernel_size: 5 group: 2')}
${relu('relu2', 'conv2')}
${norm('norm2', 'conv2')}
${pool('pool2', 'norm2', 3)}
${conv('conv3', 'pool2', 'num_output: 384 pad: 1 kernel_size: 3')}
${relu('relu3', 'conv3')}
${conv('conv4', 'conv3', 'num_output: 384 pad: 1 kernel_size: 3 group: 2')}
${relu('relu4', 'conv4')}
${conv('conv5', 'conv4', 'num_output: 256 pad: 1 kernel_size: 3 group: 2')}
${relu('relu5', 'conv5')}
${pool('pool5', 'conv5', 3)}
${inner('fc6', 'pool5', 4096)}
${relu('relu6', 'fc6')}
layer { name: "drop6" type: "Dropout" bottom: "fc6" top: "fc6" dropout_param { dropout_ratio: 0.5 } }
${inner('fc7', 'fc6', 4096)}
${relu('relu7', 'fc7')}
${inner('fc8', 'fc7', 1000)}
layer { name: "prob" type: "Softmax" bottom: "fc8" top: "prob" }
`;

/** A network for training, with what is for one of the phases only, batch norm in two parts, and a shortcut. */
export const training = `name: "residual"
layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TRAIN } transform_param { crop_size: 32 } }
layer { name: "data" type: "Data" top: "data" top: "label" include { phase: TEST } transform_param { crop_size: 32 } }
${conv('stem/conv', 'data', 'num_output: 8 pad: 1 kernel_size: 3 bias_term: false')}
layer { name: "stem/bn" type: "BatchNorm" bottom: "stem/conv" top: "stem/conv" }
layer { name: "stem/scale" type: "Scale" bottom: "stem/conv" top: "stem/conv" scale_param { bias_term: true } }
${conv('branch', 'stem/conv', 'num_output: 8 pad: 1 kernel_size: 3')}
layer { name: "sum" type: "Eltwise" bottom: "stem/conv" bottom: "branch" top: "sum" }
layer { name: "pool" type: "Pooling" bottom: "sum" top: "pool" pooling_param { pool: AVE global_pooling: true } }
${inner('fc', 'pool', 10)}
layer { name: "accuracy" type: "Accuracy" bottom: "fc" bottom: "label" top: "accuracy" include { phase: TEST } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
`;
